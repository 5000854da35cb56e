/**
 * Default collection codes, sealed bundles, keys and the transports to the registry.
 *
 * <p>A registry and a collector, each with a ring of keys, hand each other their certificates once; then codes travel one way
 * and sealed photos the other:
 * <pre>{@code
 * KeyRing registry = KeyRing.create(folder, () -> console.readPassword(), Clock.systemUTC(), new SecureRandom());
 * KeyInfo signer = registry.generate(KeyUse.CODE_SIGNING, Suite.SM);
 * collector.trust(KeyUse.CODE_SIGNING, registry.certificatePem(signer.id()));
 * registry.trust(KeyUse.CODE_OPENING, collectorsCertificatePem);
 *
 * CollectionCode code = Tc1.issuer(registry, Suite.SM, new SecureRandom()).issue(claims);
 * CodeOpening opening = Tc1.decoder(collector).open(code, Instant.now());
 *
 * SealedBundle bundle = CmsBundles.sealer(collector, new SecureRandom()).seal(content);
 * DeliveryContent again = CmsBundles.opener(registry).open(bundle.bytes()).content();
 * }</pre>
 *
 * <p>Nothing works without keys, so what {@link java.util.ServiceLoader} finds are the formats, {@link
 * io.github.tucai.spi.CodeFormat} and {@link io.github.tucai.spi.BundleFormat}, that make a decoder or a sealer from a
 * {@link io.github.tucai.spi.KeyProvider}. Bouncy Castle is used by instance and never registered as a provider.
 *
 * <h2>Format TC1 of a collection code</h2>
 *
 * <p>The text is {@code TC1:} and the code's bytes in Base32 (RFC 4648), upper case, without padding. A text whose last
 * character has bits left that are not zero, or that has a character more than its bytes need, is refused: one code, one
 * spelling. Numbers are big-endian. What pasting adds is no other spelling: {@link io.github.tucai.crypto.Tc1#clean} takes away
 * what is no character of Base32 around a code, and spaces within it, and no character that the signature covers.
 *
 * <table>
 * <caption>The bytes of a code</caption>
 * <tr><th>bytes</th><th>suite SM</th><th>suite INTL</th></tr>
 * <tr><td>1</td><td colspan="2">version: 1</td></tr>
 * <tr><td>1</td><td>suite: 1</td><td>suite: 2</td></tr>
 * <tr><td>4</td><td colspan="2">id of the recipient's key</td></tr>
 * <tr><td>4</td><td colspan="2">id of the signer's key</td></tr>
 * <tr><td>112 or 64</td><td>the 16 bytes of the content key, encrypted with SM2: x ‖ y ‖ C3 ‖ C2</td>
 * <td>an ephemeral point of P-256: x ‖ y</td></tr>
 * <tr><td>12</td><td colspan="2">nonce</td></tr>
 * <tr><td>n + 16</td><td>claims, encrypted with SM4-GCM, and tag</td><td>the same with AES-256-GCM</td></tr>
 * <tr><td>64</td><td>SM2 signature r ‖ s with SM3, identity {@code 1234567812345678}</td>
 * <td>ECDSA signature r ‖ s with SHA-256, s at most half the order</td></tr>
 * </table>
 *
 * <p>The first ten bytes are the associated data of the encryption. The signature covers everything before it. A key's id is
 * the first four bytes of the digest (SM3, SHA-256) of its public point {@code 04 ‖ x ‖ y}. In suite INTL the content key is
 * 32 bytes of HKDF-SHA256 over the x coordinate of the shared point, without salt, with the info {@code "TC1 INTL"} ‖ the
 * first ten bytes ‖ ephemeral point x ‖ y ‖ recipient's point 04 ‖ x ‖ y.
 *
 * <p>The claims are CBOR in the deterministic form of RFC 8949 §4.2.1 (shortest numbers, definite lengths), a map of exactly
 * these nine pairs in this order: 1 enrolment number (text), 2 masked name (text), 3 masked ID (text), 4 school code (text),
 * 5 student number (text), 6 class year, 7 issued at, 8 expires at (seconds since 1970), 9 serial (8 bytes).
 *
 * <p>A decoder verifies with a trusted key, then decrypts, then reads; whatever does not fit has one answer. A code is open
 * from the second it is issued to the one before it expires. 104 bytes of claims make 513 characters in suite SM: version 14
 * of the symbol at level M. The module's tests hold a published code of each suite with the keys to open it
 * ({@code tc1-sm.properties}, {@code tc1-intl.properties}) and open the first with OpenSSL alone.
 *
 * <h2>Sealed bundles</h2>
 *
 * <p>DER. Outside, CMS {@code AuthEnvelopedData} (RFC 5083) with one recipient, named by subject key identifier, the first 20
 * bytes of the digest of its public point; content of type id-data, nonce 12, tag 16, no attributes. Inside, CMS {@code
 * SignedData} over id-data: one signer, named the same way, no certificates, signed attributes content type and message
 * digest. The suites differ in this:
 *
 * <table>
 * <caption>What a bundle's suite decides</caption>
 * <tr><th></th><th>suite SM</th><th>suite INTL</th></tr>
 * <tr><td>recipient</td><td>key transport, 1.2.156.10197.1.301.3 with an {@code SM2Cipher} as GM/T 0009 writes it</td>
 * <td>key agreement with an ephemeral key (RFC 5753): ECDH, KDF of X9.63 with SHA-256, AES-256 key wrap; no user keying
 * material; of the ephemeral point and its negative the one whose y is even</td></tr>
 * <tr><td>content</td><td>SM4-GCM</td><td>AES-256-GCM</td></tr>
 * <tr><td>digest</td><td>SM3</td><td>SHA-256</td></tr>
 * <tr><td>signature</td><td>SM2 with SM3 (1.2.156.10197.1.501)</td><td>ECDSA with SHA-256, s at most half the order</td></tr>
 * </table>
 *
 * <p>A bundle of any other form is refused, though CMS would allow it: thus no bit of it is left unprotected. OpenSSL opens
 * those of suite INTL; of suite SM it unwraps the key and verifies the signature.
 *
 * <p>What is signed is CBOR, as above, a map of seven pairs: 1 what it is (1 a delivery, 2 a withdrawal), 2 digest of the
 * recipient's public point, 3 claims (bytes, as in a code), 4 version, 5 and 6 accepted at, or decided at (seconds since 1970,
 * nanoseconds), 7 the product's bytes, or the 32 bytes of the delivery's key. The recipient stands inside so that nobody who
 * may open a bundle can pass it on as if it had been sent to another.
 *
 * <h2>Transport</h2>
 *
 * <p>{@link io.github.tucai.crypto.HttpsChsiTransport} carries bundles over TLS 1.3 of the platform, both sides known by a
 * P-256 certificate of an authority that the other side trusts; its documentation has the protocol. With
 * {@link io.github.tucai.crypto.SmTls} the certificates are on SM2's curve and the suite that of RFC 8998. Where there is no line,
 * {@link io.github.tucai.crypto.DirectoryChsiTransport} hands them over in a folder.
 *
 * <h2>Keys</h2>
 *
 * <p>{@link io.github.tucai.crypto.KeyRing} keeps keys in {@code keys.bcfks}, a BCFKS key store encrypted and authenticated as a
 * whole with a password, trusted certificates included. A security module takes its place by implementing {@link
 * io.github.tucai.spi.KeyProvider}, whose private keys never leave it. {@link io.github.tucai.crypto.TrustedKeys} adds the other
 * side's keys from a {@link io.github.tucai.crypto.TrustList}, which an anchor signs and which also takes keys and codes back.
 */
@NullMarked
package io.github.tucai.crypto;

import org.jspecify.annotations.NullMarked;
