package org.ccican.conformance.sut;

import java.time.InstantSource;
import org.ccican.app.ReferenceKeys;
import org.ccican.cose.Crypto;
import org.ccican.format.Formats;

/**
 * What a way may need for a whole run.
 *
 * @param target whose roles are reached
 * @param clock goes as the target's does while nobody moves that
 */
public record Opening(
    Target target, InstantSource clock, Crypto crypto, Formats formats, ReferenceKeys keys) {}
