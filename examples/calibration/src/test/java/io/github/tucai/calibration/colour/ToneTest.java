package io.github.tucai.calibration.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.calibration.MadePhoto;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Stage;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Clothes;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawn people in every tone before coloured walls, as uploads and as products. */
class ToneTest {
    private static final PortraitCache CACHE = PortraitCache.in(Path.of("target", "portraits"));
    private static final CheckId COLOUR = new CheckId("file-colour");

    private final PhotoChecker checker =
            PhotoChecker.builder().analyzer(new OnnxImageAnalyzer()).build();
    private final ProductMaker maker = ProductMaker.installed();

    @TempDir
    Path folder;

    /** Dark skin, light skin, and somebody in black before a white wall. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 0.95})
    void whatIsInColourIsNeverRefusedAndWhatIsNotNeverPasses(double skin) throws IOException {
        PortraitSpec person = PortraitSpec.registration(3).with(Dial.SKIN_TONE, skin).toBuilder()
                .clothes(Clothes.TSHIRT)
                .tint(Tint.CLOTHES, 0x101012)
                .build();
        for (MadePhoto made : made(person)) {
            Tone tone = (Tone) made.kind();
            // Drawn skin has a quarter of the colours of real skin: half of that says nothing about photographs.
            if (tone == Tone.COLOUR || tone == Tone.WARM_SIDE) {
                assertThat(answers(made)).as("%s", tone).containsOnly(Answer.PASS);
            } else if (tone == Tone.SPLIT) {
                // Its colours change so fast with the light that some stay doubtful, and pass where the skin is all
                // shades.
                assertThat(answers(made)).satisfies(told -> assertThat(skin < 0.1 || !told.contains(Answer.PASS))
                        .isTrue());
            } else if (!tone.isInColour()) {
                assertThat(answers(made)).as("%s", tone).containsOnly(Answer.FAIL);
            }
        }
    }

    /** As an upload and as a product. */
    private List<Answer> answers(MadePhoto made) {
        PhotoImage upload = PhotoImage.copyOf(made.jpeg());
        PhotoCheckResult check = checker.check(upload);
        PhotoImage product = maker.make(
                        upload, check.measurements(), checker.profile().product())
                .fold(done -> done.photo().product(), impossible -> {
                    throw new AssertionError("not finished: " + impossible.reasons());
                });
        return List.of(colour(check), colour(checker.check(product, Stage.PRODUCT, Declarations.NONE)));
    }

    @Test
    void aPersonSmallBeforeAGreyWallIsInColour() {
        PortraitSpec far = PortraitSpec.registration(3).sized(1600, 1200).with(Dial.HEAD_HEIGHT, 0.2);
        PhotoImage photo = PhotoImage.copyOf(Jpeg.bytes(CACHE.get(far, 2).image()));
        assertThat(colour(checker.check(photo))).isEqualTo(Answer.PASS);
    }

    private static Answer colour(PhotoCheckResult result) {
        return result.finding(COLOUR).map(Finding::answer).orElseThrow();
    }

    private List<MadePhoto> made(PortraitSpec person) throws IOException {
        Path file = folder.resolve("person.jpg");
        Files.write(file, Jpeg.bytes(CACHE.get(person, 2).image()));
        List<MadePhoto> made = new ArrayList<>();
        SimulateTones.each(List.of(file), made::add);
        return made;
    }
}
