package org.ccican.format.sevsnp;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ccican.check.Checks;
import org.ccican.reject.Rejected;
import org.ccican.trust.TrustAnchors;
import org.ccican.wire.Bytes;
import org.ccican.wire.Cbor;
import org.ccican.wire.CborDecoder;
import org.ccican.wire.CborProfile;

/** Evidence made by others. Where the folder is missing, tests over it say so and stop. */
final class RealData {

  private static final int HCL_HEAD = 32;

  private final Path root;

  private RealData(Path root) {
    this.root = root;
  }

  static RealData open() {
    Path root = Path.of(System.getProperty("ccican.shared", "../../shared")).resolve("realdata");
    assumeTrue(Files.isDirectory(root), "evidence made by others is not there: " + root);
    return new RealData(root);
  }

  Bytes read(String name) {
    try {
      return Bytes.of(Files.readAllBytes(root.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return root.resolve(name);
  }

  /** Lines after the head, cells by tab. */
  List<String[]> table(String name) {
    return read(name).toText().lines().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  TrustAnchors anchors(String name) throws Rejected {
    return TrustAnchors.parse(List.of(read(name)), Checks.unbroken());
  }

  /** Every captured report, carved out of what it came in. */
  List<Bytes> reports() {
    try (var files = Files.list(root.resolve("snp"))) {
      List<Bytes> reports =
          new java.util.ArrayList<>(
              files
                  .map(Path::getFileName)
                  .map(Path::toString)
                  .filter(name -> name.endsWith(".report.bin"))
                  .sorted()
                  .map(name -> read("snp/" + name))
                  .filter(octets -> octets.size() == SevSnpReport.SIZE)
                  .toList());
      reports.add(hclReport());
      reports.add(tsmReport());
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The report that follows the head of an HCL blob. */
  Bytes hclReport() {
    return read("snp/azure-hcl-report-snp.bin").slice(HCL_HEAD, HCL_HEAD + SevSnpReport.SIZE);
  }

  /** The report in the answer of a TSM. */
  Bytes tsmReport() {
    return tsm("outblob");
  }

  /** The host's table of certificates in the same answer. */
  Bytes certificateTable() {
    return tsm("auxblob");
  }

  private Bytes tsm(String name) {
    try {
      Cbor item =
          new CborDecoder(Checks.unbroken())
              .decode(read("snp/v3-genoa-tsm-report.cbor"), CborProfile.VALID);
      for (Cbor.Entry entry : ((Cbor.Map) item).entries()) {
        if (entry.key().equals(Cbor.text(name))) {
          return ((Cbor.Octets) entry.value()).value();
        }
      }
      throw new IllegalStateException("no " + name);
    } catch (Rejected e) {
      throw new IllegalStateException(e);
    }
  }
}
