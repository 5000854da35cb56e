package io.github.tucai.spi;

/**
 * A format of sealed deliveries that is installed: what {@link java.util.ServiceLoader} finds, since a sealer without keys
 * seals nothing.
 *
 * @implSpec The id is that of its sealers.
 */
public interface BundleFormat extends Plugin {
    /** A sealer that signs and encrypts with the newest active keys of the provider. */
    BundleSealer sealer(KeyProvider keys);
}
