package io.github.tucai;

import java.nio.file.Files;
import java.nio.file.Path;

/** Moves all keys to other ones and back again, until it is killed. */
final class KilledRewrapper {
    private KilledRewrapper() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        for (int i = 0; ; i++) {
            boolean forth = i % 2 == 0;
            try (Desk desk = new Desk(
                    Desk.dataSource(args[1]),
                    folder.resolve("photos"),
                    new Desk.Registry(),
                    builder -> forth
                            ? ProtectionTest.withBoth(folder).apply(builder)
                            : builder.formerKeyEncryptionKey("new", ProtectionTest.NEW_KEK)
                                    .formerKeyEncryptionKey("new-photos", ProtectionTest.NEW_PHOTO_KEK))) {
                desk.tucai.protection().rewrap(Samples.CENTRE).orElseThrow();
            }
            // The first way there is always whole; the kill comes somewhere in what follows.
            Files.writeString(folder.resolve("moving"), "");
        }
    }
}
