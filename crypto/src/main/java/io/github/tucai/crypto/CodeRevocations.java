package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;

/** Tells which codes the registry took back. A {@link io.github.tucai.spi.KeyProvider} that is one too is asked by its decoder. */
@FunctionalInterface
public interface CodeRevocations {
    /** No code is ever taken back. */
    CodeRevocations NONE = claims -> false;

    /**
     * Whether this code was taken back.
     *
     * @throws io.github.tucai.failure.PluginException if that cannot be told now
     */
    boolean isRevoked(CodeClaims claims);
}
