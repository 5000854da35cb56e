package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
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
        Optional<Words> above) {
    /** All that can be told of a fault. */
    Stream<Words> faults() {
        return Stream.of(Optional.of(advice), below, above).flatMap(Optional::stream);
    }
}
