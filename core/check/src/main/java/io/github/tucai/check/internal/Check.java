package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.MeasureId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of the catalogue.
 *
 * @param id stable
 * @param clause it serves
 * @param force of that clause
 * @param needsFace whether there is nothing to judge without a face
 * @param title name for people
 * @param fine told with PASS
 * @param advice told otherwise
 * @param below told instead where the value is below its range
 * @param above told instead where the value is above its range
 * @param said told instead where this measure is at fault; what the file says stands in place of {@code {says}}
 */
record Check(
        CheckId id,
        String clause,
        Force force,
        boolean needsFace,
        Advice title,
        Advice fine,
        Words advice,
        Optional<Words> below,
        Optional<Words> above,
        Map<MeasureId, Words> said) {
    /** All that can be told of a fault. */
    Stream<Words> faults() {
        Stream<Words> ways = Stream.of(Optional.of(advice), below, above).flatMap(Optional::stream);
        return Stream.concat(ways, said.values().stream());
    }
}
