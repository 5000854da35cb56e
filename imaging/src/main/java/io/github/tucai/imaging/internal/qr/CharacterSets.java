package io.github.tucai.imaging.internal.qr;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/** The character sets that a symbol can announce: the assignments of the ECI register that ISO/IEC 18004 refers to. */
final class CharacterSets {
    private static final Map<Integer, String> OTHERS = Map.ofEntries(
            Map.entry(0, "IBM437"),
            Map.entry(1, "ISO-8859-1"),
            Map.entry(2, "IBM437"),
            Map.entry(13, "x-iso-8859-11"),
            Map.entry(20, "Shift_JIS"),
            Map.entry(21, "windows-1250"),
            Map.entry(22, "windows-1251"),
            Map.entry(23, "windows-1252"),
            Map.entry(24, "windows-1256"),
            Map.entry(25, "UTF-16BE"),
            Map.entry(26, "UTF-8"),
            Map.entry(27, "US-ASCII"),
            Map.entry(28, "Big5"),
            Map.entry(29, "GB18030"),
            Map.entry(30, "EUC-KR"),
            Map.entry(31, "GBK"),
            Map.entry(32, "GB18030"),
            Map.entry(33, "UTF-16LE"),
            Map.entry(34, "UTF-32BE"),
            Map.entry(35, "UTF-32LE"),
            Map.entry(170, "US-ASCII"));

    private CharacterSets() {}

    /** Empty for a number that announces none, such as 899 for bytes that are no text, and for one that this JDK lacks. */
    static Optional<Charset> announcedBy(int number) {
        boolean isOfIso8859 = number >= 3 && number <= 18;
        String name = OTHERS.getOrDefault(number, isOfIso8859 ? "ISO-8859-" + (number - 2) : "");
        return Optional.of(name)
                .filter(known -> !known.isEmpty())
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }
}
