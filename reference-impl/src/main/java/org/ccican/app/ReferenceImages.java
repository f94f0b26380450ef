package org.ccican.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ccican.check.Checks;
import org.ccican.cose.ContentAlgorithm;
import org.ccican.cose.CoseEncrypt;
import org.ccican.cose.CoseKey;
import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;
import org.ccican.message.ProvisioningMessage.MiddlewarePackage;
import org.ccican.program.Programs;
import org.ccican.reject.Rejected;
import org.ccican.role.AgentImage;
import org.ccican.role.AgentOptions;
import org.ccican.role.MiddlewareImage;
import org.ccican.role.TargetingEnvironment;
import org.ccican.role.UserPackages;
import org.ccican.suit.SuitComponentId;
import org.ccican.suit.SuitDigest;
import org.ccican.suit.SuitEnvelope;
import org.ccican.suit.SuitEnvelopeBuilder;
import org.ccican.suit.SuitManifestBuilder;
import org.ccican.suit.SuitScript;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;
import org.ccican.wire.Lazy;

/** The octets that the reference ships: its TEEP Agent, its middleware and their packages. */
public final class ReferenceImages {

  /** SUIT vendor and class of the reference Agent's device: UUIDs, 16 octets each. */
  public static final Bytes VENDOR_ID = ReferenceDevice.VENDOR_ID;

  public static final Bytes CLASS_ID = ReferenceDevice.CLASS_ID;

  public static final long SEQUENCE_NUMBER = 3;

  /** The application types that the reference repository has middleware for. */
  public static final List<String> APPLICATION_TYPES = List.of("analytics", "imaging");

  private static final int PACKING_KEY = 0x5a;

  private ReferenceImages() {}

  /** The reference TEEP Agent with its usual options, for a TAM that has one key. */
  public static AgentImage agent(CoseKey tam, CoseKey vendor, Crypto crypto) {
    return agent(
        List.of(tam), vendor, List.of(), Optional.empty(), AgentOptions.standard(), crypto);
  }

  /**
   * The reference TEEP Agent.
   *
   * @param tams whose messages it obeys
   * @param vendor whose manifests it installs
   * @param verifiers whose attestation results about a TAM it believes
   * @param tamEncryption the TAM's key for what only the TAM may read
   */
  public static AgentImage agent(
      List<CoseKey> tams,
      CoseKey vendor,
      List<CoseKey> verifiers,
      Optional<CoseKey> tamEncryption,
      AgentOptions options,
      Crypto crypto) {
    return new AgentImage(
        "ccican reference TEEP Agent",
        tams,
        ReferenceDevice.of(vendor, crypto),
        verifiers,
        tamEncryption,
        options,
        Programs.unpack(PACKING_KEY));
  }

  public static MiddlewareImage middleware(String applicationType, String hardwareType) {
    return new MiddlewareImage(
        "ccican reference middleware", "1", applicationType, hardwareType, Programs.copy());
  }

  /** An image as it stands in a package: what the Agent's program turns back into the image. */
  public static Bytes packed(Bytes image) {
    try {
      return Programs.unpack(PACKING_KEY).run(image);
    } catch (Rejected e) {
      throw new IllegalStateException("the packing program runs on any octets of this size", e);
    }
  }

  /** The manifest of a package, ready to be altered or signed. */
  public static SuitManifestBuilder manifest(Bytes payload) {
    return new SuitManifestBuilder(SuitComponentId.of("middleware"), payload)
        .sequenceNumber(SEQUENCE_NUMBER)
        .vendorId(VENDOR_ID)
        .classId(CLASS_ID);
  }

  /** The User Application of the reference's Network User: it runs nowhere, it is only brought. */
  public static final Bytes USER_APPLICATION =
      Bytes.utf8("ccican reference user application, which shows the result of the trusted one");

  /** What the reference's Network User brings: its developer is the vendor that Agents trust. */
  public static UserPackages userPackages(
      Bytes application, SigningKey vendor, Crypto crypto, Checks checks) {
    Lazy<Bytes> envelope =
        new Lazy<>(
            () ->
                new SuitManifestBuilder(TargetingEnvironment.TRUSTED_APPLICATION, application)
                    .sequenceNumber(SEQUENCE_NUMBER)
                    .vendorId(VENDOR_ID)
                    .classId(CLASS_ID)
                    .build(vendor));
    return new UserPackages() {
      @Override
      public Bytes userApplication() {
        return USER_APPLICATION;
      }

      @Override
      public Bytes application() {
        return envelope.get();
      }

      @Override
      public Bytes sealed(Bytes bundle, Bytes environment) throws Rejected {
        Cbor key = new CborDecoder(checks).decode(environment, CborProfile.DETERMINISTIC);
        CoseEncrypt.Sealed sealed =
            CoseEncrypt.encrypt(
                ContentAlgorithm.A128CTR,
                List.of(CoseKey.parse(key, crypto, checks)),
                CoseEncrypt.PAYLOAD,
                bundle,
                Crypto.sha256(Bytes.concat(Bytes.utf8("seal"), bundle)));
        return dependent(
            envelope.get(),
            it ->
                it.image(bundle)
                    .content(sealed.ciphertext())
                    .encryptionInfo(sealed.message().encode()));
      }

      private Bytes dependent(Bytes on, Consumer<SuitScript.Parameters> parameters)
          throws Rejected {
        SuitDigest digest = SuitDigest.sha256(SuitEnvelope.parse(on, checks).manifestItem());
        return new SuitEnvelopeBuilder()
            .sequenceNumber(SEQUENCE_NUMBER)
            .components(TargetingEnvironment.PERSONAL_DATA, TargetingEnvironment.TRUSTED_MANIFEST)
            .dependencies(1)
            .shared(
                new SuitScript()
                    .index(0)
                    .override(it -> it.vendor(VENDOR_ID).classIdentifier(CLASS_ID))
                    .vendor()
                    .classIdentifier()
                    .index(1)
                    .override(it -> it.uri("#application").digest(digest)))
            .dependencyResolution(new SuitScript().index(1).fetch().dependencyIntegrity())
            .install(
                new SuitScript()
                    .index(1)
                    .processDependency()
                    .index(0)
                    .override(parameters)
                    .write()
                    .imageMatch())
            .validate(new SuitScript().index(1).processDependency().index(0).imageMatch())
            .payload("#application", on)
            .signedBy(vendor)
            .build();
      }

      @Override
      public Bytes open(Bytes payload) {
        return personal(payload).build(vendor);
      }
    };
  }

  /** A package of a TAM's own that holds what it must not: somebody's data. */
  public static MiddlewarePackage personalPackage(
      String applicationType, String hardwareType, Bytes data, SigningKey vendor) {
    return new MiddlewarePackage(
        "package with personal data", applicationType, hardwareType, personal(data).build(vendor));
  }

  private static SuitManifestBuilder personal(Bytes payload) {
    return new SuitManifestBuilder(TargetingEnvironment.PERSONAL_DATA, payload)
        .sequenceNumber(SEQUENCE_NUMBER)
        .vendorId(VENDOR_ID)
        .classId(CLASS_ID);
  }

  public static MiddlewarePackage middlewarePackage(
      String applicationType, String hardwareType, SigningKey vendor) {
    return middlewarePackage(applicationType, hardwareType, vendor, Checks.unbroken());
  }

  /** A package of an author whose duties can be broken. */
  public static MiddlewarePackage middlewarePackage(
      String applicationType, String hardwareType, SigningKey vendor, Checks checks) {
    return middlewarePackage(applicationType, hardwareType, new PackageAuthor(vendor, checks));
  }

  /** A package by an author who knows the devices that it is for. */
  public static MiddlewarePackage middlewarePackage(
      String applicationType, String hardwareType, PackageAuthor author) {
    MiddlewareImage image = middleware(applicationType, hardwareType);
    return new MiddlewarePackage(
        image.name() + " for " + applicationType,
        applicationType,
        hardwareType,
        author.envelope(SuitComponentId.of("middleware"), packed(image.encode())));
  }
}
