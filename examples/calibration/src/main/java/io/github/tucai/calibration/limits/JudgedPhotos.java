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
        Measurements.Builder builder = Measurements.builder("csv", "1", facts(file));
        photos.measures(file).forEach((name, value) -> {
            if (!name.equals("file") && !value.isEmpty() && Character.isDigit(value.charAt(value.length() - 1))) {
                MeasureId id = new MeasureId(name);
                String unit =
                        Measures.definition(id).map(Measures.Definition::unit).orElse("");
                builder.add(new Measure(id, Double.parseDouble(value), unit, null, 1));
            }
        });
        return judge.judge(builder.build(), profile, Stage.SUBMISSION, declared);
    }

    private FileFacts facts(String file) throws IOException {
        Map<String, String> cells = photos.row(file);
        return FileFacts.builder(
                        file.endsWith(".png") ? "png" : "jpeg",
                        (int) Files.size(testdata.resolve(file)),
                        Integer.parseInt(cells.getOrDefault("width", "1")),
                        Integer.parseInt(cells.getOrDefault("height", "1")))
                .build();
    }
}
