package org.ccican.teep;

import java.util.List;
import java.util.Objects;

/**
 * A message of the TEEP protocol (section 4). An instance is well-shaped; whether it keeps the
 * rules is asked where it is read.
 */
public sealed interface TeepMessage {

  TeepType type();

  TeepOptions options();

  /**
   * From TAM to Agent: what are you, and what do you have? Makes use of token, freshness
   * mechanisms, challenge, versions, attestation payload and format, SUIT Reports.
   *
   * @param dataItems a set of bits: {@link #ATTESTATION} and those beside it
   */
  record QueryRequest(
      TeepOptions options,
      List<TeepCipherSuite> cipherSuites,
      List<SuitCoseProfile> suitProfiles,
      long dataItems)
      implements TeepMessage {

    public static final long ATTESTATION = 1;
    public static final long TRUSTED_COMPONENTS = 2;
    public static final long EXTENSIONS = 4;
    public static final long SUIT_REPORTS = 8;

    public QueryRequest {
      Objects.requireNonNull(options);
      cipherSuites = List.copyOf(cipherSuites);
      suitProfiles = List.copyOf(suitProfiles);
    }

    @Override
    public TeepType type() {
      return TeepType.QUERY_REQUEST;
    }

    /** Whether the items of a bit are asked for. */
    public boolean asks(long bit) {
      return (dataItems & bit) != 0;
    }
  }

  /**
   * From Agent to TAM. Makes use of token, selected version, attestation payload and format, SUIT
   * Reports, tc-list, requested-tc-list, unneeded-manifest-list, ext-list.
   */
  record QueryResponse(TeepOptions options) implements TeepMessage {

    public QueryResponse {
      Objects.requireNonNull(options);
    }

    @Override
    public TeepType type() {
      return TeepType.QUERY_RESPONSE;
    }
  }

  /**
   * From TAM to Agent: install and unlink. Makes use of token, unneeded-manifest-list,
   * manifest-list, attestation payload and format, error code, message and language.
   */
  record Update(TeepOptions options) implements TeepMessage {

    public Update {
      Objects.requireNonNull(options);
    }

    @Override
    public TeepType type() {
      return TeepType.UPDATE;
    }
  }

  /** From Agent to TAM: all was installed. Makes use of token, msg, SUIT Reports. */
  record Success(TeepOptions options) implements TeepMessage {

    public Success {
      Objects.requireNonNull(options);
    }

    @Override
    public TeepType type() {
      return TeepType.SUCCESS;
    }
  }

  /**
   * From Agent to TAM. Makes use of token, error message and language, cipher suites, freshness
   * mechanisms, SUIT profiles, challenge, versions, SUIT Reports.
   */
  record Error(TeepOptions options, TeepErrorCode code) implements TeepMessage {

    public Error {
      Objects.requireNonNull(options);
      Objects.requireNonNull(code);
    }

    @Override
    public TeepType type() {
      return TeepType.ERROR;
    }
  }
}
