package io.github.tucai.crypto;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.Suite;
import java.util.Arrays;

/** Where the parts of a TC1 code stand. */
final class Tc1Layout {
    static final int HEADER_BYTES = 10;

    private static final byte VERSION = 1;
    private static final int RECIPIENT_AT = 2;
    private static final int SIGNER_AT = 6;

    private Tc1Layout() {}

    static byte[] header(Suite suite, KeyId recipient, KeyId signer) {
        byte[] header = new byte[HEADER_BYTES];
        header[0] = VERSION;
        header[1] = number(suite);
        System.arraycopy(recipient.bytes(), 0, header, RECIPIENT_AT, 4);
        System.arraycopy(signer.bytes(), 0, header, SIGNER_AT, 4);
        return header;
    }

    /** The suite of a code long enough to be one. */
    static Suite suite(byte[] code) {
        if (code.length < HEADER_BYTES || code[0] != VERSION) {
            throw new IllegalArgumentException("not version 1 of the format");
        }
        for (Suite suite : Suite.values()) {
            if (number(suite) == code[1]) {
                return suite;
            }
        }
        throw new IllegalArgumentException("not a suite of the format");
    }

    static KeyId recipient(byte[] code) {
        return KeyId.of(Arrays.copyOfRange(code, RECIPIENT_AT, RECIPIENT_AT + 4));
    }

    static KeyId signer(byte[] code) {
        return KeyId.of(Arrays.copyOfRange(code, SIGNER_AT, SIGNER_AT + 4));
    }

    private static byte number(Suite suite) {
        return switch (suite) {
            case SM -> 1;
            case INTL -> 2;
        };
    }
}
