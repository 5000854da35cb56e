package io.github.tucai.check.internal;

import io.github.tucai.photo.Severity;

/** How strongly annex 2 of the notice puts a rule; no check may be more severe, except where the catalogue's page says why. */
enum Force {
    /** 建议, 鼓励, 不宜, 避免. */
    ADVICE(Severity.ADVICE),
    /** 应, 保证, 要. */
    DUTY(Severity.REQUIRED),
    /** 不得, 不能, 无. */
    FORBIDDEN(Severity.REQUIRED),
    /** 严禁: forbidden, and a person who confirms it locks the account. */
    LOCK(Severity.REQUIRED),
    /** Not of the notice: a number of a standard. */
    STANDARD(Severity.REQUIRED);

    private final Severity gravest;

    Force(Severity gravest) {
        this.gravest = gravest;
    }

    /** Whether a severity is no graver than the force allows. */
    boolean allows(Severity severity) {
        return severity.compareTo(gravest) >= 0;
    }
}
