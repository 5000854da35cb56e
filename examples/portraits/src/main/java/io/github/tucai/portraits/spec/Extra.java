package io.github.tucai.portraits.spec;

/** What a portrait has or has not. */
public enum Extra {
    STUBBLE,
    EARRINGS,
    NECKLACE,
    RED_EYES
}
