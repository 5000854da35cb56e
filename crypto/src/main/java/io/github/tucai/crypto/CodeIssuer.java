package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;

/** Makes collection codes: the registry's part. Safe for concurrent use. */
public interface CodeIssuer {
    /**
     * Issues one code. Issuing the same claims twice gives two codes that say the same.
     *
     * @throws io.github.tucai.failure.TucaiException if a key is missing
     */
    CollectionCode issue(CodeClaims claims);
}
