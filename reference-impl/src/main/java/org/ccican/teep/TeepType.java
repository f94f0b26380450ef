package org.ccican.teep;

/** The messages of teep-protocol section 4; their numbers are in {@link WireRevision}. */
public enum TeepType {
  QUERY_REQUEST,
  QUERY_RESPONSE,
  UPDATE,
  SUCCESS,
  ERROR
}
