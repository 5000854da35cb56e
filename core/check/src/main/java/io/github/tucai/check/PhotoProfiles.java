package io.github.tucai.check;

import io.github.tucai.check.internal.CheckCatalogue;
import io.github.tucai.check.internal.ProfileReader;
import io.github.tucai.failure.InvalidProfileException;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.PhotoProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The shipped profiles, and those of users. A profile's text may extend a shipped one by {@code "extends": "CN-DEGREE"}. */
public final class PhotoProfiles {
    /** 教毕指〔2017〕99号 and the notice: the default. */
    public static final String CN_DEGREE = "CN-DEGREE";

    private static final List<String> IDS = List.of(
            CN_DEGREE,
            "XINHUA-UPLOAD",
            "ZIKAO-XINJIANG",
            "ZIKAO-TIANJIN",
            "CN-ID-GA461",
            "CN-EXIT-ENTRY",
            "CN-VISA",
            "US-VISA",
            "CET");
    private static final ProfileReader READER = new ProfileReader(PhotoProfiles::text);

    private PhotoProfiles() {}

    /** Ids of the shipped profiles, the default first. */
    public static List<String> ids() {
        return IDS;
    }

    /**
     * A shipped profile.
     *
     * @throws IllegalArgumentException if none has this id
     */
    public static PhotoProfile get(String id) {
        return READER.read(text(id).orElseThrow(() -> new IllegalArgumentException(
                "no profile '" + id + "' is shipped; there are " + String.join(", ", IDS))));
    }

    /**
     * Reads a profile of one's own.
     *
     * @param json the whole profile, or what differs from the one it extends
     * @throws InvalidProfileException if the text is no profile; says where and why
     */
    public static PhotoProfile parse(String json) {
        return READER.read(json);
    }

    /**
     * JSON Schema (draft 2020-12) of what {@link #parse} accepts, as text: for editors, and for checking a profile where no
     * Java runs. It stands in the jar as {@code io/github/tucai/check/photo-profile.schema.json}.
     */
    public static String schema() {
        return resource("photo-profile.schema.json").orElseThrow();
    }

    /** What a check is called; empty for one that is not in the catalogue. */
    public static Optional<Advice> title(CheckId check) {
        return CheckCatalogue.shipped().title(check);
    }

    private static Optional<String> text(String id) {
        return IDS.contains(id) ? resource("internal/profiles/" + id + ".json") : Optional.empty();
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = PhotoProfiles.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
