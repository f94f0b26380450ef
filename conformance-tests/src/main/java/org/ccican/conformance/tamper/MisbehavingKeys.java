package org.ccican.conformance.tamper;

import org.ccican.cose.Crypto;
import org.ccican.cose.SigningKey;

/**
 * Keys for messages that are wrong in one thing and right in all others.
 *
 * @param otherTam of another TAM that the Agents obey, on Ed25519
 * @param agent the latest Agent's
 * @param stranger nobody's: no role knows it
 */
public record MisbehavingKeys(
    SigningKey tam,
    SigningKey otherTam,
    SigningKey vendor,
    SigningKey verifier,
    SigningKey agent,
    SigningKey stranger,
    Crypto crypto) {}
