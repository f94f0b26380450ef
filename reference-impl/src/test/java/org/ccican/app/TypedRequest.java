package org.ccican.app;

import java.nio.file.Path;
import java.util.Optional;

/** A request being typed; file names are within the test's folder. */
final class TypedRequest {

  private final Path folder;

  private String format = "sev-snp";
  private String at = "2026-02-01T00:00:00Z";
  private String trust = "anchor.der";
  private Optional<String> endorsement = Optional.of("vcek.der");
  private Optional<String> chain = Optional.of("authority.der");
  private Optional<String> crl = Optional.empty();
  private Optional<String> nonce = Optional.empty();
  private Optional<String> reportData = Optional.empty();
  private Optional<String> policy = Optional.empty();
  private Optional<String> corim = Optional.empty();
  private Optional<String> corimKey = Optional.empty();
  private boolean json;
  private String evidence = "report.bin";

  TypedRequest(Path folder) {
    this.folder = folder;
  }

  TypedRequest format(String value) {
    format = value;
    return this;
  }

  TypedRequest at(String value) {
    at = value;
    return this;
  }

  TypedRequest trust(String value) {
    trust = value;
    return this;
  }

  TypedRequest endorsement(String value) {
    endorsement = Optional.of(value);
    return this;
  }

  TypedRequest noChain() {
    chain = Optional.empty();
    return this;
  }

  TypedRequest crl(String value) {
    crl = Optional.of(value);
    return this;
  }

  TypedRequest nonce(String value) {
    nonce = Optional.of(value);
    return this;
  }

  TypedRequest reportData(String value) {
    reportData = Optional.of(value);
    return this;
  }

  TypedRequest policy() {
    return policyFile("policy.properties");
  }

  TypedRequest policyFile(String value) {
    policy = Optional.of(value);
    return this;
  }

  TypedRequest corim(String value) {
    corim = Optional.of(value);
    return this;
  }

  TypedRequest corimKey(String value) {
    corimKey = Optional.of(value);
    return this;
  }

  TypedRequest json() {
    json = true;
    return this;
  }

  TypedRequest evidence(String value) {
    evidence = value;
    return this;
  }

  Appraise.Request build() {
    return new Appraise.Request(
        format,
        at,
        folder.resolve(trust),
        endorsement.map(folder::resolve),
        Optional.empty(),
        chain.map(folder::resolve),
        crl.map(folder::resolve),
        Optional.empty(),
        nonce,
        reportData,
        policy.map(folder::resolve),
        corim.map(folder::resolve),
        corimKey.map(folder::resolve),
        json,
        folder.resolve(evidence));
  }
}
