package io.github.tucai.cli.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to one student, and the pictures of it; the page tells it. */
final class Story {
    /** How a step went. */
    enum Tone {
        GOOD,
        DOUBT,
        BAD,
        PLAIN
    }

    /** One step. */
    record Step(LocalDateTime time, Tone tone, String text) {}

    /** One picture: a file beside the page. */
    record Shot(String file, String caption) {}

    private final Cast.Student student;
    private final List<Step> steps = new ArrayList<>();
    private final List<Shot> shots = new ArrayList<>();
    private Optional<String> product = Optional.empty();
    private String state = "";

    Story(Cast.Student student) {
        this.student = student;
    }

    Cast.Student student() {
        return student;
    }

    void tell(LocalDateTime time, Tone tone, String text) {
        steps.add(new Step(time, tone, text));
    }

    void show(String file, String caption) {
        shots.add(new Shot(file, caption));
    }

    void product(String file) {
        product = Optional.of(file);
    }

    void endsAs(String finalState) {
        state = finalState;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Shot> shots() {
        return List.copyOf(shots);
    }

    Optional<String> product() {
        return product;
    }

    String state() {
        return state;
    }
}
