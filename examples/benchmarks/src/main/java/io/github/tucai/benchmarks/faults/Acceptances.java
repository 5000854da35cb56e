package io.github.tucai.benchmarks.faults;

import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.RecordId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which photos a record ever accepted, and which of them count no more: withdrawn by a lock or as another person's. */
final class Acceptances {
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> withdrawn = new TreeSet<>();

    Acceptances(RecordId id, List<CaptureEvent> events) {
        CaptureRecord record = CaptureRecord.empty(id);
        for (CaptureEvent event : events) {
            record = record.after(event);
            record.accepted().ifPresent(photo -> accepted.add(photo.digest().hex()));
            if (event instanceof CaptureEvent.Locked) {
                // Whatever the registry has of this record was accepted before.
                withdrawn.addAll(accepted);
            } else if (event instanceof CaptureEvent.SecondLookDecided) {
                // A void lock gives the accepted one back.
                record.accepted()
                        .ifPresent(photo -> withdrawn.remove(photo.digest().hex()));
            } else if (event instanceof CaptureEvent.WrongPersonConfirmed wrong) {
                wrong.photo().ifPresent(photo -> withdrawn.add(photo.hex()));
            }
        }
    }

    Set<String> accepted() {
        return accepted;
    }

    Set<String> withdrawn() {
        return withdrawn;
    }
}
