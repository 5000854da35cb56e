package io.github.tucai.calibration;

import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import java.util.List;
import java.util.Locale;

/** What is measured of simulated pictures, as rows of CSV. */
public final class MeasuredRow {
    private final OnnxImageAnalyzer analyzer = new OnnxImageAnalyzer();
    private final List<MeasureId> told;

    /**
     * Starts without pictures.
     *
     * @param told the measures, in the order of the columns
     */
    public MeasuredRow(List<MeasureId> told) {
        this.told = told;
    }

    /** The picture's source, kind and strength and its measures; a column is empty where there is none. */
    public String of(MadePhoto made) {
        Measurements measures = analyzer.analyze(PhotoImage.copyOf(made.jpeg()), AnalysisMode.FULL);
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "%s,%s,%.3f", made.source(), made.kind(), made.strength()));
        for (MeasureId id : told) {
            row.append(',')
                    .append(measures.find(id)
                            .map(measure -> String.format(Locale.ROOT, "%.4g", measure.value()))
                            .orElse(""));
        }
        return row.toString();
    }
}
