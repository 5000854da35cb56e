package io.github.tucai.key;

/** The algorithms that go together. */
public enum Suite {
    /** SM2, SM3 and SM4-GCM: the national algorithms, and the default. */
    SM,
    /** P-256, SHA-256 and AES-256-GCM. */
    INTL
}
