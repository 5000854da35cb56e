package io.github.tucai.campaign.internal.audit;

import io.github.tucai.key.KeyId;
import java.time.Instant;
import java.util.Optional;

/**
 * One row over all heads: it hashes those that moved since the anchor before, and that anchor.
 *
 * @param number from 1
 * @param taken when
 * @param streams how many streams there were
 * @param events how many events they held together
 * @param hash what it all comes to, in hexadecimal digits
 * @param signer whose signature stands under it
 */
public record Anchor(int number, Instant taken, int streams, long events, String hash, Optional<KeyId> signer) {}
