package io.github.tucai.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.Region;
import io.github.tucai.portraits.spec.Clothes;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Extra;
import io.github.tucai.portraits.spec.Glasses;
import io.github.tucai.portraits.spec.Hat;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures follow what was drawn; tolerances are those seen when the generator was made. */
class DrawnPortraitsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-30, -20, -10, 0, 10, 20, 30})
    void yawFollowsTheHead(double yaw) {
        assertThat(Drawn.measure(Drawn.draft().with(Dial.YAW, yaw), Measures.HEAD_YAW))
                .isCloseTo(yaw, within(4.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -10, 0, 10, 20})
    void pitchFollowsTheHead(double pitch) {
        assertThat(Drawn.measure(Drawn.draft().with(Dial.PITCH, pitch), Measures.HEAD_PITCH))
                .isCloseTo(pitch + 2, within(4.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -5, 5, 20})
    void rollFollowsTheHead(double roll) {
        assertThat(Drawn.measure(Drawn.draft().with(Dial.ROLL, roll), Measures.HEAD_ROLL))
                .isCloseTo(roll, within(2.0));
    }

    @Test
    void placesAreThoseOfTheDrawing() {
        DrawnPortrait portrait = Drawn.portrait(Drawn.fine());
        Measurements measured = new OnnxImageAnalyzer().analyze(Drawn.encoded(portrait), AnalysisMode.FULL);
        double eyes = (portrait.landmark(468).y() + portrait.landmark(473).y()) / 2;
        double distance = portrait.landmark(468).distanceTo(portrait.landmark(473));
        assertThat(Drawn.value(measured, Measures.EYE_LINE)).isCloseTo(eyes, within(4.0));
        assertThat(Drawn.value(measured, Measures.EYE_DISTANCE)).isCloseTo(distance, within(6.0));
        assertThat(Drawn.value(measured, Measures.FACE_AXIS))
                .isCloseTo(portrait.landmark(168).x(), within(8.0));
        assertThat(Drawn.value(measured, Measures.HEAD_TOP)).isCloseTo(crown(portrait), within(12.0));
        assertThat(Drawn.value(measured, Measures.FACE_COUNT)).isEqualTo(1);
    }

    private static double crown(DrawnPortrait portrait) {
        for (int y = 0; y < portrait.height(); y++) {
            int head = 0;
            for (int x = 0; x < portrait.width(); x++) {
                head += portrait.classAt(x, y).code() == 0 ? 0 : 1;
            }
            if (head > portrait.width() / 20) {
                return y;
            }
        }
        return portrait.height();
    }

    @Test
    void lidsCloseStepByStep() {
        double last = -1;
        for (double open : new double[] {0, 0.4, 0.7, 1, 1.4}) {
            PortraitSpec spec = Drawn.draft().with(Dial.EYE_OPEN_LEFT, open).with(Dial.EYE_OPEN_RIGHT, open);
            double opening = Drawn.measure(spec, Measures.EYE_OPENING);
            assertThat(opening).as("eyes open by %s", open).isGreaterThan(last);
            last = opening;
        }
    }

    @Test
    void oneShutEyeIsEnough() {
        double shut = Drawn.measure(Drawn.draft().with(Dial.EYE_OPEN_LEFT, 0), Measures.EYE_OPENING);
        double open = Drawn.measure(Drawn.draft(), Measures.EYE_OPENING);
        assertThat(shut).isLessThan(0.1);
        assertThat(open).isGreaterThan(0.2);
    }

    @Test
    void lipsPartStepByStep() {
        double last = -1;
        for (double gap : new double[] {0, 0.4, 0.8, 1.6}) {
            double opening = Drawn.measure(Drawn.draft().with(Dial.MOUTH_OPEN, gap), Measures.MOUTH_OPENING);
            assertThat(opening).as("lips open by %s cm", gap).isGreaterThan(last);
            last = opening;
        }
    }

    @Test
    void gazeGoesToTheRightOfThePicture() {
        double left = Drawn.measure(Drawn.draft().with(Dial.GAZE_YAW, -25), Measures.GAZE_HORIZONTAL);
        double ahead = Drawn.measure(Drawn.draft(), Measures.GAZE_HORIZONTAL);
        double right = Drawn.measure(Drawn.draft().with(Dial.GAZE_YAW, 25), Measures.GAZE_HORIZONTAL);
        assertThat(left).isLessThan(ahead - 0.04);
        assertThat(right).isGreaterThan(ahead + 0.04);
        assertThat(ahead).isCloseTo(0, within(0.05));
    }

    @Test
    void glassesAndHatsAreSeen() {
        Measurements bare = Drawn.measured(Drawn.fine());
        Measurements glasses =
                Drawn.measured(PortraitSpec.builder().glasses(Glasses.THICK).build());
        Measurements cap = Drawn.measured(PortraitSpec.builder().hat(Hat.CAP).build());
        assertThat(Drawn.value(bare, Measures.GLASSES)).isLessThan(0.2);
        assertThat(Drawn.value(glasses, Measures.GLASSES)).isGreaterThan(0.8);
        assertThat(Drawn.value(bare, Measures.HEAD_COVERING)).isLessThan(0.1);
        assertThat(Drawn.value(cap, Measures.HEAD_COVERING)).isGreaterThan(0.5);
    }

    @Test
    void aFrameBeforeOneEyeIsNoPairOfGlasses() {
        DrawnPortrait bare = Drawn.portrait(Drawn.fine());
        DrawnPortrait worn =
                Drawn.portrait(PortraitSpec.builder().glasses(Glasses.THICK).build());
        assertThat(glasses(worn, bare)).isLessThan(0.5);
        assertThat(glasses(bare, worn)).isLessThan(0.5);
        assertThat(glasses(worn, worn)).isGreaterThan(0.8);
    }

    /** What is measured with the left half of one portrait and the right half of the other. */
    private static double glasses(DrawnPortrait left, DrawnPortrait right) {
        int[] pixels = right.pixels();
        int[] other = left.pixels();
        for (int row = 0; row < left.height(); row++) {
            System.arraycopy(other, row * left.width(), pixels, row * left.width(), left.width() / 2);
        }
        DrawnPortrait both = new DrawnPortrait(right.spec(), pixels, right.landmarks(), right.classes());
        return Drawn.value(new OnnxImageAnalyzer().analyze(Drawn.encoded(both), AnalysisMode.FULL), Measures.GLASSES);
    }

    @Test
    void ringsAtTheEarsAreSeen() {
        PortraitSpec adorned = PortraitSpec.builder().with(Extra.EARRINGS).build();
        assertThat(Drawn.measure(Drawn.fine(), Measures.EARRINGS)).isLessThan(0.5);
        assertThat(Drawn.measure(adorned, Measures.EARRINGS)).isGreaterThan(0.8);
    }

    @Test
    void glassesDoNotHangFromTheEars() {
        PortraitSpec spec = PortraitSpec.builder().glasses(Glasses.THICK).build();
        assertThat(Drawn.measure(spec, Measures.EARRINGS)).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.065})
    void aPearlIsSeenAndASpotOfTheSkinsColourIsNot(double radius) {
        // A white pearl does not show before a white wall.
        PortraitSpec spec =
                PortraitSpec.builder().tint(Tint.BACKGROUND, 0x64c5ff).build();
        DrawnPortrait portrait = Drawn.portrait(spec);
        assertThat(Drawn.measure(spec, Measures.EARRING_SPOT)).isLessThan(2);
        assertThat(spot(portrait, radius, 0xfafaf8)).isGreaterThan(7.5);
        assertThat(spot(portrait, radius, 0xd0a080)).isLessThan(2);
    }

    /** What is measured with a disc drawn over the lobe on the left. */
    private static double spot(DrawnPortrait portrait, double radius, int colour) {
        double unit = portrait.landmark(468).distanceTo(portrait.landmark(473));
        int x = (int) Math.round(portrait.landmark(234).x() - 0.06 * unit);
        int y = (int) Math.round(portrait.landmark(468).y() + 0.5 * unit);
        while (portrait.classAt(x, y) == PixelClass.FACE_SKIN) {
            y++;
        }
        int[] pixels = portrait.pixels();
        int reach = (int) Math.ceil(radius * unit);
        for (int row = y - reach; row <= y + reach; row++) {
            for (int column = x - reach; column <= x + reach; column++) {
                if (Math.hypot(column - x, row - y) <= radius * unit) {
                    pixels[row * portrait.width() + column] = colour;
                }
            }
        }
        DrawnPortrait marked = new DrawnPortrait(portrait.spec(), pixels, portrait.landmarks(), portrait.classes());
        return Drawn.value(
                new OnnxImageAnalyzer().analyze(Drawn.encoded(marked), AnalysisMode.FULL), Measures.EARRING_SPOT);
    }

    @Test
    void aSpotIsMeasuredByHowMuchLighterItIsThanTheSkinRoundIt() {
        DrawnPortrait portrait = Drawn.portrait(PortraitSpec.registration(3));
        double none = shine(portrait, 0);
        double faint = shine(portrait, 25);
        double plain = shine(portrait, 90);
        assertThat(none).isLessThan(8);
        assertThat(faint).isLessThan(plain - 6);
        assertThat(plain).isGreaterThan(15);
    }

    /** What is measured with so many levels more of light on a spot of the left cheek. */
    private static double shine(DrawnPortrait portrait, int levels) {
        double unit = portrait.landmark(468).distanceTo(portrait.landmark(473));
        double x = portrait.landmark(468).x();
        double y = portrait.landmark(468).y() + 0.55 * unit;
        int[] pixels = portrait.pixels();
        for (int i = 0; i < pixels.length; i++) {
            if (Math.hypot(i % portrait.width() - x, i / portrait.width() - y) < 0.12 * unit) {
                int red = Math.min(255, (pixels[i] >> 16 & 255) + levels);
                int green = Math.min(255, (pixels[i] >> 8 & 255) + levels);
                int blue = Math.min(255, (pixels[i] & 255) + levels);
                pixels[i] = red << 16 | green << 8 | blue;
            }
        }
        DrawnPortrait shiny = new DrawnPortrait(portrait.spec(), pixels, portrait.landmarks(), portrait.classes());
        return Drawn.value(
                new OnnxImageAnalyzer().analyze(Drawn.encoded(shiny), AnalysisMode.FULL), Measures.HIGHLIGHT_SPOT);
    }

    @Test
    void glassesAreTintedOnBothSidesAndGlareIsWhite() {
        Measurements clear =
                Drawn.measured(PortraitSpec.builder().glasses(Glasses.THIN).build());
        Measurements tinted =
                Drawn.measured(PortraitSpec.builder().glasses(Glasses.TINTED).build());
        Measurements glare =
                Drawn.measured(PortraitSpec.builder().glasses(Glasses.GLARE).build());
        assertThat(Drawn.value(tinted, Measures.LENS_DARKNESS_BOTH))
                .isGreaterThan(Drawn.value(clear, Measures.LENS_DARKNESS_BOTH) + 15);
        assertThat(Drawn.value(glare, Measures.LENS_GLARE_LIGHT)).isGreaterThan(90);
        assertThat(Drawn.value(clear, Measures.LENS_GLARE_LIGHT)).isLessThan(85);
    }

    @Test
    void aGreyFaceWithPaintedLipsIsGrey() {
        DrawnPortrait portrait = Drawn.portrait(PortraitSpec.registration(3));
        assertThat(variety(portrait, portrait.pixels())).isGreaterThan(2.3);
        int[] painted = portrait.pixels();
        double half = portrait.landmark(61).distanceTo(portrait.landmark(291)) / 2;
        double middle = (portrait.landmark(61).x() + portrait.landmark(291).x()) / 2;
        double line = (portrait.landmark(61).y() + portrait.landmark(291).y()) / 2;
        for (int i = 0; i < painted.length; i++) {
            double across = (i % portrait.width() - middle) / half;
            double down = (i / portrait.width() - line) / half;
            int green = painted[i] >> 8 & 0xFF;
            boolean isLip = Math.hypot(across, 2.5 * down) < 1;
            painted[i] = isLip ? 0xd02040 : green << 16 | green << 8 | green;
        }
        assertThat(variety(portrait, painted)).isLessThan(1);
    }

    private static double variety(DrawnPortrait portrait, int[] pixels) {
        DrawnPortrait shown = new DrawnPortrait(portrait.spec(), pixels, portrait.landmarks(), portrait.classes());
        return Drawn.value(
                new OnnxImageAnalyzer().analyze(Drawn.encoded(shown), AnalysisMode.FULL), Measures.COLOUR_VARIETY);
    }

    @Test
    void wallAndTopHaveTheColoursTheyWereDrawnIn() {
        Measurements measured = Drawn.measured(PortraitSpec.builder()
                .tint(Tint.BACKGROUND, 0x64c5ff)
                .tint(Tint.CLOTHES, 0x2a4fa0)
                .clothes(Clothes.TSHIRT)
                .build());
        // Lab of 0x64c5ff is 76, -14, -37; the drawn wall is lit, so lightness is left some room.
        assertThat(Drawn.value(measured, Measures.BACKGROUND_A)).isCloseTo(-14, within(6.0));
        assertThat(Drawn.value(measured, Measures.BACKGROUND_B)).isCloseTo(-37, within(8.0));
        assertThat(Drawn.value(measured, Measures.CLOTHES_BLUE)).isGreaterThan(0.6);
        assertThat(Drawn.measure(Drawn.fine(), Measures.BACKGROUND_SPREAD)).isLessThan(8);
    }

    @Test
    void lightFromOneSideShows() {
        double even = Drawn.measure(Drawn.draft().with(Dial.LIGHT_YAW, 0), Measures.LIGHT_BALANCE);
        double fromLeft = Drawn.measure(
                Drawn.draft().with(Dial.LIGHT_YAW, -60).with(Dial.LIGHT_CONTRAST, 0.9), Measures.LIGHT_BALANCE);
        double fromRight = Drawn.measure(
                Drawn.draft().with(Dial.LIGHT_YAW, 60).with(Dial.LIGHT_CONTRAST, 0.9), Measures.LIGHT_BALANCE);
        assertThat(fromLeft).isGreaterThan(even + 10);
        assertThat(fromRight).isLessThan(even - 10);
    }

    @Test
    void exposureShowsOnTheSkin() {
        double dark = Drawn.measure(Drawn.draft().with(Dial.EXPOSURE, 0.2), Measures.SKIN_LUMINANCE);
        double right = Drawn.measure(Drawn.draft(), Measures.SKIN_LUMINANCE);
        double light = Drawn.measure(Drawn.draft().with(Dial.EXPOSURE, 2.2), Measures.SKIN_LUMINANCE);
        assertThat(dark).isLessThan(right - 0.2);
        assertThat(light).isGreaterThan(right + 0.1);
    }

    @Test
    void blurTakesSharpnessAwayStepByStep() {
        double last = Double.POSITIVE_INFINITY;
        for (double blur : new double[] {0.5, 1.5, 3, 6}) {
            double sharpness = Drawn.measure(Drawn.draft().with(Dial.BLUR, blur), Measures.SHARPNESS);
            assertThat(sharpness).as("blurred by %s", blur).isLessThan(last);
            last = sharpness;
        }
    }

    @Test
    void aPreviewTellsTheSamePose() {
        DrawnPortrait portrait = Drawn.portrait(Drawn.draft().with(Dial.YAW, 20));
        Measurements preview = new OnnxImageAnalyzer().analyze(Drawn.encoded(portrait), AnalysisMode.PREVIEW);
        assertThat(Drawn.value(preview, Measures.HEAD_YAW)).isCloseTo(20, within(4.0));
        assertThat(preview.find(Measures.BACKGROUND_SPREAD)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnalysisMode.class)
    void aPictureUpsideDownIsSeenToBeSo(AnalysisMode mode) {
        DrawnPortrait portrait = Drawn.portrait(Drawn.draft());
        Measurements measured = new OnnxImageAnalyzer().analyze(Drawn.encoded(Drawn.turned(portrait.image(), 2)), mode);
        assertThat(Math.abs(Drawn.value(measured, Measures.HEAD_ROLL))).isGreaterThan(170);
        assertThat(Drawn.value(measured, Measures.FACE_COUNT)).isEqualTo(1);
        Region face = measured.find(Measures.HEAD_ROLL).orElseThrow().region();
        // The eyes are in the upper half of the portrait, so in the lower half of the turned one.
        assertThat(face).isNotNull();
        assertThat(face.y() + face.height()).isGreaterThan(portrait.height() / 2);
        assertThat(measured.find(Measures.GAZE_HORIZONTAL)).isEmpty();
    }

    @Test
    void aFaceInColourHasManyColoursAndAGreyOneNoneWhateverIsBehindIt() {
        DrawnPortrait portrait = Drawn.portrait(Drawn.fine());
        assertThat(Drawn.value(
                        new OnnxImageAnalyzer().analyze(Drawn.encoded(portrait), AnalysisMode.FULL),
                        Measures.COLOUR_VARIETY))
                .isGreaterThan(2.3);
        int[] pixels = portrait.pixels();
        for (int i = 0; i < pixels.length; i++) {
            boolean isWall = portrait.classAt(i % portrait.width(), i / portrait.width()) == PixelClass.BACKGROUND;
            pixels[i] = isWall ? 0x64C5FF : 0x010101 * (pixels[i] >> 8 & 255);
        }
        DrawnPortrait grey = new DrawnPortrait(portrait.spec(), pixels, portrait.landmarks(), portrait.classes());
        assertThat(Drawn.value(
                        new OnnxImageAnalyzer().analyze(Drawn.encoded(grey), AnalysisMode.FULL),
                        Measures.COLOUR_VARIETY))
                .isLessThan(0.5);
    }
}
