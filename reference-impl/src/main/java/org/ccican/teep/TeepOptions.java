package org.ccican.teep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccican.suit.SuitComponentId;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;

/**
 * The options of a message, every one of them optional. One record serves all five messages, since
 * the protocol has one set of labels and lets any of them stand anywhere; which message makes use
 * of which is in {@link TeepMessage}.
 *
 * @param challenge 8 to 512 octets in a conformant message
 * @param token 8 to 64 octets in a conformant message
 * @param suitReports encoded SUIT Reports
 * @param tcList system-property-claims, each a map
 * @param manifestList encoded untagged envelopes
 * @param msg 1 to 128 octets of UTF-8 in a conformant message, as is {@code errMsg}
 * @param unknown options under labels that the revision does not have, kept as they came
 */
public record TeepOptions(
    Optional<Bytes> token,
    Optional<Bytes> challenge,
    Optional<List<Long>> versions,
    Optional<Long> selectedVersion,
    Optional<List<TeepCipherSuite>> cipherSuites,
    Optional<List<SuitCoseProfile>> suitProfiles,
    Optional<List<Long>> freshnessMechanisms,
    Optional<String> attestationPayloadFormat,
    Optional<Bytes> attestationPayload,
    Optional<List<Bytes>> suitReports,
    Optional<List<Cbor>> tcList,
    Optional<List<RequestedComponent>> requestedTcList,
    Optional<List<SuitComponentId>> unneededManifestList,
    Optional<List<Long>> extList,
    Optional<List<Bytes>> manifestList,
    Optional<String> msg,
    Optional<TeepErrorCode> errCode,
    Optional<String> errMsg,
    Optional<String> errLang,
    List<Cbor.Entry> unknown) {

  public TeepOptions {
    versions = versions.map(List::copyOf);
    cipherSuites = cipherSuites.map(List::copyOf);
    suitProfiles = suitProfiles.map(List::copyOf);
    freshnessMechanisms = freshnessMechanisms.map(List::copyOf);
    suitReports = suitReports.map(List::copyOf);
    tcList = tcList.map(List::copyOf);
    requestedTcList = requestedTcList.map(List::copyOf);
    unneededManifestList = unneededManifestList.map(List::copyOf);
    extList = extList.map(List::copyOf);
    manifestList = manifestList.map(List::copyOf);
    unknown = List.copyOf(unknown);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same options with another token, or none. */
  public TeepOptions withToken(Optional<Bytes> other) {
    return new TeepOptions(
        other,
        challenge,
        versions,
        selectedVersion,
        cipherSuites,
        suitProfiles,
        freshnessMechanisms,
        attestationPayloadFormat,
        attestationPayload,
        suitReports,
        tcList,
        requestedTcList,
        unneededManifestList,
        extList,
        manifestList,
        msg,
        errCode,
        errMsg,
        errLang,
        unknown);
  }

  public static TeepOptions none() {
    return builder().build();
  }

  /** Collects options; what is never set is absent. */
  public static final class Builder {

    private Optional<Bytes> token = Optional.empty();
    private Optional<Bytes> challenge = Optional.empty();
    private Optional<List<Long>> versions = Optional.empty();
    private Optional<Long> selectedVersion = Optional.empty();
    private Optional<List<TeepCipherSuite>> cipherSuites = Optional.empty();
    private Optional<List<SuitCoseProfile>> suitProfiles = Optional.empty();
    private Optional<List<Long>> freshnessMechanisms = Optional.empty();
    private Optional<String> attestationPayloadFormat = Optional.empty();
    private Optional<Bytes> attestationPayload = Optional.empty();
    private Optional<List<Bytes>> suitReports = Optional.empty();
    private Optional<List<Cbor>> tcList = Optional.empty();
    private Optional<List<RequestedComponent>> requestedTcList = Optional.empty();
    private Optional<List<SuitComponentId>> unneededManifestList = Optional.empty();
    private Optional<List<Long>> extList = Optional.empty();
    private Optional<List<Bytes>> manifestList = Optional.empty();
    private Optional<String> msg = Optional.empty();
    private Optional<TeepErrorCode> errCode = Optional.empty();
    private Optional<String> errMsg = Optional.empty();
    private Optional<String> errLang = Optional.empty();
    private final List<Cbor.Entry> unknown = new ArrayList<>();

    private Builder() {}

    public Builder token(Bytes value) {
      return token(Optional.of(value));
    }

    /** A token to be echoed, or none. */
    public Builder token(Optional<Bytes> value) {
      token = value;
      return this;
    }

    public Builder challenge(Bytes value) {
      challenge = Optional.of(value);
      return this;
    }

    public Builder versions(List<Long> value) {
      versions = Optional.of(value);
      return this;
    }

    public Builder selectedVersion(long value) {
      selectedVersion = Optional.of(value);
      return this;
    }

    public Builder cipherSuites(List<TeepCipherSuite> value) {
      cipherSuites = Optional.of(value);
      return this;
    }

    public Builder suitProfiles(List<SuitCoseProfile> value) {
      suitProfiles = Optional.of(value);
      return this;
    }

    public Builder freshnessMechanisms(List<Long> value) {
      freshnessMechanisms = Optional.of(value);
      return this;
    }

    /** A media type with its parameters. */
    public Builder attestationPayloadFormat(String value) {
      attestationPayloadFormat = Optional.of(value);
      return this;
    }

    public Builder attestationPayload(Bytes value) {
      attestationPayload = Optional.of(value);
      return this;
    }

    public Builder suitReports(List<Bytes> value) {
      suitReports = Optional.of(value);
      return this;
    }

    public Builder tcList(List<Cbor> value) {
      tcList = Optional.of(value);
      return this;
    }

    public Builder requestedTcList(List<RequestedComponent> value) {
      requestedTcList = Optional.of(value);
      return this;
    }

    public Builder unneededManifestList(List<SuitComponentId> value) {
      unneededManifestList = Optional.of(value);
      return this;
    }

    public Builder extList(List<Long> value) {
      extList = Optional.of(value);
      return this;
    }

    public Builder manifestList(List<Bytes> value) {
      manifestList = Optional.of(value);
      return this;
    }

    public Builder msg(String value) {
      msg = Optional.of(value);
      return this;
    }

    public Builder errCode(TeepErrorCode value) {
      errCode = Optional.of(value);
      return this;
    }

    public Builder errMsg(String value) {
      errMsg = Optional.of(value);
      return this;
    }

    public Builder errLang(String value) {
      errLang = Optional.of(value);
      return this;
    }

    /** An option of any label. */
    public Builder unknown(Cbor label, Cbor value) {
      unknown.add(new Cbor.Entry(label, value));
      return this;
    }

    public TeepOptions build() {
      return new TeepOptions(
          token,
          challenge,
          versions,
          selectedVersion,
          cipherSuites,
          suitProfiles,
          freshnessMechanisms,
          attestationPayloadFormat,
          attestationPayload,
          suitReports,
          tcList,
          requestedTcList,
          unneededManifestList,
          extList,
          manifestList,
          msg,
          errCode,
          errMsg,
          errLang,
          unknown);
    }
  }
}
