package org.ccican.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccican.appraisal.Appraisal;
import org.ccican.appraisal.AppraisalInput;
import org.ccican.appraisal.Appraiser;
import org.ccican.appraisal.Appraiser.Inputs;
import org.ccican.appraisal.CorimReferences;
import org.ccican.check.Checks;
import org.ccican.format.Formats;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;

/**
 * Appraises evidence in a file and prints every check with its outcome. It makes no difference
 * whether an emulated or a real processor made the evidence: the anchors given decide.
 */
public final class Appraise {

  public static final int ACCEPTED = 0;
  public static final int REFUSED = 1;
  public static final int UNUSABLE = 2;

  private static final int LARGEST = 1 << 20;

  /**
   * What the user asks for, as it was typed.
   *
   * @param format id of the evidence's format
   * @param at the instant of the verdict, as in {@code 2026-01-31T00:00:00Z}
   * @param trust anchors in PEM or DER, for some formats raw keys too: a file, or a folder of files
   * @param endorsement the certificate of the key that signed, in PEM or DER; others may follow;
   *     for SEV-SNP also the certificate table of a host
   * @param collateral what some vendors give beside certificates
   * @param chain further certificates
   * @param crl a revocation list in PEM or DER
   * @param nonce hex, compared with the evidence's field after zeros are put behind it
   * @param reportData hex, compared with the whole field
   * @param corim reference values and endorsements, unsigned, or signed by a key of corimKeys
   * @param corimKeys keys of whoever signs CoRIMs: SubjectPublicKeyInfo in PEM or DER
   * @param json whether to print JSON instead of lines
   */
  public record Request(
      String format,
      String at,
      Path trust,
      Optional<Path> endorsement,
      Optional<Path> collateral,
      Optional<Path> chain,
      Optional<Path> crl,
      Optional<Path> eventLog,
      Optional<String> nonce,
      Optional<String> reportData,
      Optional<Path> policy,
      Optional<Path> corim,
      Optional<Path> corimKeys,
      boolean json,
      Path evidence) {

    /** A request without CoRIM. */
    public Request(
        String format,
        String at,
        Path trust,
        Optional<Path> endorsement,
        Optional<Path> collateral,
        Optional<Path> chain,
        Optional<Path> crl,
        Optional<Path> eventLog,
        Optional<String> nonce,
        Optional<String> reportData,
        Optional<Path> policy,
        boolean json,
        Path evidence) {
      this(
          format,
          at,
          trust,
          endorsement,
          collateral,
          chain,
          crl,
          eventLog,
          nonce,
          reportData,
          policy,
          Optional.empty(),
          Optional.empty(),
          json,
          evidence);
    }

    public Request {
      Objects.requireNonNull(format);
      Objects.requireNonNull(at);
      Objects.requireNonNull(trust);
      Objects.requireNonNull(evidence);
    }
  }

  private final Formats formats;
  private final PrintStream out;
  private final PrintStream err;

  public Appraise(Formats formats, PrintStream out, PrintStream err) {
    this.formats = formats;
    this.out = out;
    this.err = err;
  }

  /**
   * @return {@link #ACCEPTED}, {@link #REFUSED} or, after one line on the error stream, {@link
   *     #UNUSABLE}
   */
  public int run(Request request) {
    try {
      Appraiser appraiser = appraiser(request);
      AppraisalInput input = input(request, appraiser);
      Appraisal appraisal = appraiser.appraise(input, Checks.unbroken());
      out.print(
          request.json() ? AppraisalText.json(request, appraisal) : AppraisalText.lines(appraisal));
      out.flush();
      return appraisal.accepted() ? ACCEPTED : REFUSED;
    } catch (Unusable e) {
      err.println("appraise: " + AppraisalText.printable(String.valueOf(e.getMessage())));
      err.flush();
      return UNUSABLE;
    }
  }

  private Appraiser appraiser(Request request) throws Unusable {
    return formats
        .appraiser(request.format())
        .orElseThrow(
            () ->
                new Unusable(
                    "--format "
                        + request.format()
                        + ": unknown, known are "
                        + String.join(", ", formats.ids())));
  }

  private AppraisalInput input(Request request, Appraiser appraiser) throws Unusable {
    Instant at = instant(request.at());
    if (request.collateral().isPresent() && !appraiser.inputs().contains(Inputs.COLLATERAL)) {
      throw new Unusable("--collateral: " + request.format() + " has none");
    }
    if (request.eventLog().isPresent() && !appraiser.inputs().contains(Inputs.EVENT_LOG)) {
      throw new Unusable("--event-log: evidence of " + request.format() + " has none of its own");
    }
    Optional<Bytes> reportData = reportData(request, appraiser.reportDataSize());
    PolicyFile policy =
        request.policy().isPresent()
            ? PolicyFile.read(request.policy().get(), appraiser)
            : PolicyFile.standard();
    TrustAnchors anchors = InputFiles.anchors(request.trust(), LARGEST, appraiser);
    List<Bytes> endorsements = new ArrayList<>();
    if (request.endorsement().isPresent()) {
      endorsements.addAll(InputFiles.endorsements(request.endorsement().get(), LARGEST, appraiser));
    }
    endorsements.addAll(blocks(request.chain()));
    if (request.collateral().isPresent()) {
      endorsements.add(InputFiles.read(request.collateral().get(), LARGEST));
    }
    Optional<Bytes> eventLog = Optional.empty();
    if (request.eventLog().isPresent()) {
      eventLog = Optional.of(InputFiles.read(request.eventLog().get(), LARGEST));
    }
    List<Bytes> crls = blocks(request.crl());
    Bytes evidence = InputFiles.read(request.evidence(), LARGEST);
    Optional<Set<Bytes>> measurements = policy.measurements();
    AppraisalInput.Matching matching = measurement -> false;
    if (request.corim().isPresent()) {
      CorimReferences known =
          CorimFile.read(request.corim().get(), request.corimKeys(), request.format(), at, LARGEST);
      Set<Bytes> all = new HashSet<>(measurements.orElse(Set.of()));
      all.addAll(known.measurements());
      measurements = Optional.of(all);
      matching = known::isLaunch;
      endorsements.addAll(endorsements(known));
    }
    return new AppraisalInput(
        evidence,
        endorsements,
        crls,
        anchors,
        at,
        measurements,
        reportData,
        eventLog,
        policy.policy(),
        matching);
  }

  private static List<Bytes> endorsements(CorimReferences known) throws Unusable {
    try {
      return known.endorsements();
    } catch (Rejected e) {
      throw new Unusable("--corim: " + e.getMessage());
    }
  }

  private static List<Bytes> blocks(Optional<Path> file) throws Unusable {
    return file.isPresent() ? InputFiles.blocks(file.get(), LARGEST) : List.of();
  }

  private static Instant instant(String text) throws Unusable {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Unusable("--at " + text + ": no instant such as 2026-01-31T00:00:00Z");
    }
  }

  private static Optional<Bytes> reportData(Request request, int size) throws Unusable {
    if (request.nonce().isPresent() && request.reportData().isPresent()) {
      throw new Unusable("--nonce and --report-data: only one of them");
    }
    if (request.reportData().isPresent()) {
      Bytes data = hex("--report-data", request.reportData().get());
      if (data.size() != size) {
        throw new Unusable("--report-data: " + size + " octets expected, found " + data.size());
      }
      return Optional.of(data);
    }
    if (request.nonce().isEmpty()) {
      return Optional.empty();
    }
    Bytes nonce = hex("--nonce", request.nonce().get());
    if (nonce.isEmpty() || nonce.size() > size) {
      throw new Unusable("--nonce: 1 to " + size + " octets expected, found " + nonce.size());
    }
    return Optional.of(nonce.padRight(size));
  }

  private static Bytes hex(String flag, String text) throws Unusable {
    try {
      return Bytes.hex(text);
    } catch (IllegalArgumentException e) {
      throw new Unusable(flag + ": an even number of hex digits expected");
    }
  }
}
