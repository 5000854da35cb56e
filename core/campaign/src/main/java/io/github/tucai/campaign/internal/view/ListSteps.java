package io.github.tucai.campaign.internal.view;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordList;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which lists a record enters and leaves while its events happen, one after the other. Not safe for concurrent use. */
public final class ListSteps {
    private final Map<RecordList, Instant> entered = new EnumMap<>(RecordList.class);
    private final Set<RecordList> left = EnumSet.noneOf(RecordList.class);

    /** One event happened. */
    public void step(CaptureRecord before, CaptureRecord after, Instant at) {
        Set<RecordList> was = RecordRow.lists(before);
        Set<RecordList> is = RecordRow.lists(after);
        was.stream().filter(list -> !is.contains(list)).forEach(list -> {
            entered.remove(list);
            left.add(list);
        });
        is.stream().filter(list -> !was.contains(list)).forEach(list -> entered.put(list, at));
    }

    Map<RecordList, Instant> entered() {
        return entered;
    }

    /** The names of those it entered or left. */
    Set<String> changed() {
        return Stream.concat(left.stream(), entered.keySet().stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
    }
}
