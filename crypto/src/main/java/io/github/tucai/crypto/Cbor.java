package io.github.tucai.crypto;

/** Major types of RFC 8949. */
final class Cbor {
    static final int UINT = 0;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int MAP = 5;

    private Cbor() {}
}
