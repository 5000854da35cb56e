package io.github.tucai.key;

/** What a key is for. A key has one use. */
public enum KeyUse {
    /** The registry signs collection codes. */
    CODE_SIGNING,
    /** The collector decrypts collection codes. */
    CODE_OPENING,
    /** The collector signs deliveries. */
    BUNDLE_SIGNING,
    /** The registry decrypts deliveries. */
    BUNDLE_OPENING,
    /** The registry signs receipts. */
    RECEIPT_SIGNING,
    /** The registry's anchor signs lists of keys that are trusted and of what was taken back. */
    TRUST_SIGNING,
    /** The collector signs the anchors of its audit log. */
    AUDIT_SIGNING
}
