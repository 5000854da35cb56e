package io.github.tucai.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** Plays the stories of some students, several at a time, and goes on with them as long as there are kills to come. */
final class Worker implements Callable<Void> {
    private static final int AT_ONCE = 6;
    private static final int TROUBLE_ONE_IN = 8;
    private static final int IDLE_MILLIS = 50;
    private static final int MOST_TO_SETTLE = 12;

    /** What the registry does wrong now and then. */
    private static final List<String> TROUBLES = List.of(
            "UNAVAILABLE", "HANG_UP", "LOST_ANSWER", "HALF_ANSWER", "WRONG_RECEIPT", "WRONG_SIGNATURE", "DUPLICATE");

    private final Fleet fleet;
    private final Registry registry;
    private final List<Student> students;
    private final SplittableRandom random;

    Worker(Fleet fleet, Registry registry, List<Student> students, long seed) {
        this.fleet = fleet;
        this.registry = registry;
        this.students = List.copyOf(students);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Void call() throws InterruptedException {
        while (fleet.isHunting() || !stories().isEmpty()) {
            List<Student> among = stories();
            if (among.isEmpty()) {
                among = students.stream().filter(student -> !student.isErased()).toList();
            }
            if (among.isEmpty()) {
                Thread.sleep(IDLE_MILLIS);
            } else {
                step(among.get(random.nextInt(Math.min(AT_ONCE, among.size()))));
            }
        }
        return null;
    }

    private List<Student> stories() {
        return students.stream()
                .filter(student -> !student.isErased() && student.left() > 0)
                .toList();
    }

    private void step(Student student) throws InterruptedException {
        Optional<String> wished = fleet.wishesErasing() ? student.eraseNow() : Optional.empty();
        give(student, wished.orElseGet(student::next));
    }

    private void give(Student student, String order) throws InterruptedException {
        if (order.startsWith("send-again") && student.isToBeAdmitted()) {
            registry.admit(student.number());
        }
        if (order.startsWith("hand-in") && random.nextInt(TROUBLE_ONE_IN) == 0) {
            registry.fail(TROUBLES.get(random.nextInt(TROUBLES.size())));
        }
        student.took(fleet.order(order));
    }

    /** Does what is left to do, so that all that is accepted can be delivered. */
    void settle() throws InterruptedException {
        for (Student student : new ArrayList<>(students)) {
            Optional<String> order = student.lookAgain().or(student::settle);
            for (int i = 0; i < MOST_TO_SETTLE && order.isPresent(); i++) {
                give(student, order.get());
                order = student.settle();
            }
        }
    }
}
