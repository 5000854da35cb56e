package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import java.util.Objects;
import org.bouncycastle.util.Arrays;

/** Encrypts, then signs. */
final class Tc1Issuer implements CodeIssuer {
    private final KeyProvider keys;
    private final Algorithms algorithms;
    private final SecureRandom random;

    Tc1Issuer(KeyProvider keys, Algorithms algorithms, SecureRandom random) {
        this.keys = Objects.requireNonNull(keys, "keys");
        this.algorithms = algorithms;
        this.random = Objects.requireNonNull(random, "random");
    }

    @Override
    public CollectionCode issue(CodeClaims claims) {
        KeyInfo signer = Keys.ownNewest(keys, KeyUse.CODE_SIGNING, algorithms.suite());
        KeyInfo recipient = Keys.newest(keys, KeyUse.CODE_OPENING, algorithms.suite());
        byte[] header = Tc1Layout.header(algorithms.suite(), recipient.id(), signer.id());
        byte[] nonce = new byte[Algorithms.NONCE_BYTES];
        random.nextBytes(nonce);
        Algorithms.ContentKey key = algorithms.newContentKey(recipient.publicPoint(), header, random);
        byte[] sealed = algorithms.encrypt(key.plain(), nonce, header, ClaimsForm.write(claims));
        byte[] body = Arrays.concatenate(header, key.wrapped(), nonce, sealed);
        byte[] signature = algorithms.canonical(keys.sign(signer.id(), body));
        return new CollectionCode(Tc1.PREFIX + Base32.encode(Arrays.concatenate(body, signature)));
    }
}
