package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.failure.SealException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Codes and bundles that someone changed, also someone who knows the format and the public keys. A few thousand by default;
 * {@code -Dtucai.mutations.codes=1000000 -Dtucai.mutations.bundles=200000} is the full run.
 */
@Clause({"N0.1", "N2.2a", "N2.2c"})
class MutationTest {
    private static final int CODES = Integer.getInteger("tucai.mutations.codes", 6000);
    private static final int BUNDLES = Integer.getInteger("tucai.mutations.bundles", 3000);
    private static final CodeOpening SHUT = new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);

    private final Sides sides = new Sides();

    /** Of this thread: what others do on the machine is not the decoder's time. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What came of many tries. */
    private static final class Count {
        private int refused;
        private int same;
        private long slowestNanos;

        void timed(long nanos) {
            slowestNanos = Math.max(slowestNanos, nanos);
        }

        void report(String what, boolean fullRun) {
            if (fullRun) {
                System.out.printf(
                        "%s: %d refused, %d opened to the same content, slowest %.1f ms of processor time%n",
                        what, refused, same, slowestNanos / 1e6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noChangedCodeOpens(Suite suite) {
        CodeClaims other = Samples.claims().sample();
        byte[] code = bytes(issue(suite, Samples.CLAIMS));
        byte[] donor = bytes(issue(suite, other));
        byte[] foreign = bytes(issue(suite == Suite.SM ? Suite.INTL : Suite.SM, Samples.CLAIMS));
        Set<String> genuine = Set.of(text(code), text(donor), text(foreign));
        CollectionCodeDecoder decoder = Tc1.decoder(sides.collector);
        Mutations mutations = new Mutations(suite.ordinal());
        Count count = new Count();
        while (count.refused < CODES / 2) {
            String changed = changedCode(mutations, suite, code, mutations.below(2) == 0 ? donor : foreign);
            if (genuine.contains(changed)) {
                continue;
            }
            long start = cpuNanos();
            CodeOpening opening = decoder.open(new CollectionCode(changed), Samples.CLAIMS.issuedAt());
            count.timed(cpuNanos() - start);
            assertThat(opening).isEqualTo(SHUT);
            count.refused++;
        }
        count.report("codes " + suite, CODES > 6000);
    }

    private String changedCode(Mutations mutations, Suite suite, byte[] code, byte[] donor) {
        return switch (mutations.below(4)) {
            case 0 -> changedText(mutations, text(code));
            case 1 -> text(otherSignature(mutations, suite, code));
            case 2 -> text(otherKeys(mutations, code));
            default -> text(mutations.blind(code, donor));
        };
    }

    /** What changes when a text is typed or pasted. */
    private static String changedText(Mutations mutations, String text) {
        StringBuilder changed = new StringBuilder(text);
        int at = Tc1.PREFIX.length() + mutations.below(text.length() - Tc1.PREFIX.length());
        char any = (char) (0x21 + mutations.below(0x5e));
        switch (mutations.below(5)) {
            case 0 -> changed.setCharAt(at, any);
            case 1 -> changed.insert(at, any);
            case 2 -> changed.deleteCharAt(at);
            case 3 -> changed.setCharAt(at, Character.toLowerCase(changed.charAt(at)));
            default -> changed.append(any);
        }
        return changed.toString();
    }

    /** Other numbers that mean the same to a careless verifier: n − s, r + n, zero, both swapped. */
    private static byte[] otherSignature(Mutations mutations, Suite suite, byte[] code) {
        BigInteger order = Algorithms.of(suite).domain().getN();
        byte[] changed = code.clone();
        int at = code.length - (mutations.below(2) == 0 ? 64 : 32);
        BigInteger number = BigIntegers.fromUnsignedByteArray(code, at, 32);
        BigInteger other =
                switch (mutations.below(4)) {
                    case 0 -> order.subtract(number);
                    case 1 -> number.add(order).mod(BigInteger.ONE.shiftLeft(256));
                    case 2 -> BigInteger.ZERO;
                    default -> number.add(BigInteger.valueOf(1 + mutations.below(1000)));
                };
        BigIntegers.asUnsignedByteArray(other, changed, at, 32);
        return changed;
    }

    /** Header bytes that name keys and suites there are. */
    private byte[] otherKeys(Mutations mutations, byte[] code) {
        byte[] changed = code.clone();
        KeyInfo[] keys = sides.collector.keys().toArray(KeyInfo[]::new);
        byte[] id = keys[mutations.below(keys.length)].id().bytes();
        System.arraycopy(id, 0, changed, mutations.below(2) == 0 ? 2 : 6, 4);
        if (mutations.below(3) == 0) {
            changed[mutations.below(2)] = (byte) mutations.below(4);
        }
        return changed;
    }

    private CollectionCode issue(Suite suite, CodeClaims claims) {
        return Tc1.issuer(sides.registry, suite, new SecureRandom()).issue(claims);
    }

    private static byte[] bytes(CollectionCode code) {
        return Base32.decode(code.text().substring(Tc1.PREFIX.length()));
    }

    private static String text(byte[] code) {
        return Tc1.PREFIX + Base32.encode(code);
    }

    /** Nothing changed is ever taken for something else; {@code same} counts what opened to what had been sealed. */
    @ParameterizedTest
    @EnumSource
    void noChangedBundleOpensToAnythingElse(Suite suite) {
        Sides own = new Sides(suite);
        byte[] bundle = seal(own, Samples.CLAIMS, 1);
        byte[] donor = seal(own, Samples.claims().sample(), 2);
        DeliveryContent content = CmsBundles.opener(own.registry).open(bundle).content();
        DeliveryContent donated = CmsBundles.opener(own.registry).open(donor).content();
        BundleOpener opener = CmsBundles.opener(own.registry);
        Mutations mutations = new Mutations(suite.ordinal());
        Count count = new Count();
        while (count.refused + count.same < BUNDLES / 2) {
            byte[] changed = changedBundle(mutations, own, bundle, donor);
            if (Arrays.equals(changed, bundle) || Arrays.equals(changed, donor)) {
                continue;
            }
            long start = cpuNanos();
            try {
                assertThat(opener.open(changed).content()).isIn(content, donated);
                count.same++;
            } catch (SealException refused) {
                count.refused++;
            }
            count.timed(cpuNanos() - start);
        }
        assertThat(count.same).as("bundles that opened though changed").isZero();
        count.report("bundles " + suite, BUNDLES > 3000);
    }

    private static byte[] changedBundle(Mutations mutations, Sides sides, byte[] bundle, byte[] donor) {
        return switch (mutations.below(4)) {
            case 0 -> mutations.structural(bundle);
            case 1 -> changedInside(mutations, sides, bundle, donor, mutations.below(2) == 0);
            default -> mutations.blind(bundle, donor);
        };
    }

    /** Everyone can encrypt to the registry: what was signed is changed and sealed again without a fault. */
    private static byte[] changedInside(
            Mutations mutations, Sides sides, byte[] bundle, byte[] donor, boolean structural) {
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        CmsSuite form = envelope.suite();
        byte[] signed = inside(sides, bundle);
        byte[] changed = structural ? mutations.structural(signed) : mutations.blind(signed, inside(sides, donor));
        if (Arrays.equals(changed, signed) || Arrays.equals(changed, inside(sides, donor))) {
            return bundle;
        }
        byte[] key = new byte[form.keyBytes()];
        KeyInfo recipient = sides.registry
                .newest(KeyUse.BUNDLE_OPENING, form.algorithms().suite())
                .orElseThrow();
        byte[] encrypted = form.algorithms().encrypt(key, envelope.nonce(), new byte[0], changed);
        byte[] wrapped = form.wrap(key, recipient.publicPoint(), new SecureRandom());
        return CmsForm.enveloped(
                new CmsForm.Envelope(form, envelope.recipient(), wrapped, envelope.nonce(), encrypted));
    }

    private static byte[] inside(Sides sides, byte[] bundle) {
        try {
            CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
            CmsSuite form = envelope.suite();
            KeyInfo recipient = sides.registry
                    .newest(KeyUse.BUNDLE_OPENING, form.algorithms().suite())
                    .orElseThrow();
            byte[] key = form.unwrap(sides.registry, recipient, envelope.wrapped());
            byte[] encrypted = envelope.encrypted();
            return form.algorithms().decrypt(key, envelope.nonce(), new byte[0], encrypted, 0, encrypted.length);
        } catch (org.bouncycastle.crypto.InvalidCipherTextException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] seal(Sides sides, CodeClaims claims, int version) {
        byte[] product = new byte[200 * version];
        Arrays.fill(product, (byte) version);
        return CmsBundles.sealer(sides.collector, new SecureRandom())
                .seal(new DeliveryContent(claims, PhotoImage.copyOf(product), Instant.EPOCH, version))
                .bytes();
    }
}
