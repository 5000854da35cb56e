package io.github.tucai.spi;

/**
 * A format of collection codes that is installed: what {@link java.util.ServiceLoader} finds, since a decoder without keys
 * opens nothing.
 *
 * @implSpec The id and the prefix are those of its decoders.
 */
public interface CodeFormat extends Plugin {
    /** What codes of this format start with, such as {@code TC1:}. */
    String prefix();

    /** A decoder that opens with these keys, also with those that the provider gets later. */
    CollectionCodeDecoder decoder(KeyProvider keys);
}
