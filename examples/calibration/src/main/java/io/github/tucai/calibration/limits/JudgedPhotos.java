package io.github.tucai.calibration.limits;

import io.github.tucai.check.internal.PhotoJudge;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Labelled photos before the judge, by what was measured of them. */
public final class JudgedPhotos {
    /** Of a drawn photo, whose size on the disk nobody looks at. */
    private static final int USUAL_BYTES = 200_000;

    private final LabelledPhotos photos;
    private final Path testdata;
    private final PhotoProfile profile;
    private final PhotoJudge judge = new PhotoJudge();

    /**
     * Judges nothing yet.
     *
     * @param testdata where the files are; of a file only its size is looked at
     */
    public JudgedPhotos(LabelledPhotos photos, Path testdata, PhotoProfile profile) {
        this.photos = photos;
        this.testdata = testdata;
        this.profile = profile;
    }

    /** What the profile says of a photo that is handed in. */
    public PhotoCheckResult check(String file, Declarations declared) throws IOException {
        Map<String, String> row = photos.row(file);
        String format = file.endsWith(".png") ? "png" : "jpeg";
        return check(photos.measures(file), facts(format, (int) Files.size(testdata.resolve(file)), row), declared);
    }

    /**
     * The same of a photo that was drawn.
     *
     * @param row its measures by their names, and its width and height
     */
    public PhotoCheckResult check(Map<String, String> row) {
        return check(row, facts("jpeg", USUAL_BYTES, row), Declarations.NONE);
    }

    private PhotoCheckResult check(Map<String, String> measures, FileFacts facts, Declarations declared) {
        Measurements.Builder builder = Measurements.builder("csv", "1", facts);
        measures.forEach((name, value) -> Measures.definition(new MeasureId(name))
                .filter(measure -> !value.isEmpty() && Character.isDigit(value.charAt(value.length() - 1)))
                .ifPresent(measure -> builder.add(
                        new Measure(new MeasureId(name), Double.parseDouble(value), measure.unit(), null, 1))));
        return judge.judge(builder.build(), profile, Stage.SUBMISSION, declared);
    }

    private static FileFacts facts(String format, int bytes, Map<String, String> cells) {
        return FileFacts.builder(
                        format,
                        bytes,
                        Integer.parseInt(cells.getOrDefault("width", "1")),
                        Integer.parseInt(cells.getOrDefault("height", "1")))
                .build();
    }
}
