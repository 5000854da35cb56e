package io.github.tucai.key;

/** The life of a key; it only moves down this list. */
public enum KeyState {
    /** Used for what is made now, and for what was made before. */
    ACTIVE,
    /** Makes nothing new; still opens and verifies what was made with it, so that a rotation refuses nobody. */
    RETIRED,
    /** Gone: what was made with it no longer opens or verifies. For the other side's key: no longer trusted. */
    DESTROYED
}
