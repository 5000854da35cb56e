package io.github.tucai.cli.demo;

import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.nio.file.Path;
import java.util.List;

/** Portraits drawn by the project's own generator, kept in a folder so that a second demo draws none. */
final class DrawnPhotos implements PhotoSource {
    /**
     * Seeds of people who look unlike each other. Hair that the class network takes for a hat is left out; the tenth is bright
     * enough for a person to have to decide.
     */
    private static final List<Long> PEOPLE = List.of(21L, 22L, 24L, 25L, 27L, 29L, 31L, 32L, 33L, 23L, 37L, 42L);

    /** Drawn skin reflects more than real skin; a little less light brings light faces into the range of photographs. */
    private static final double EXPOSURE = 0.8;

    private final PortraitCache cache;
    private final int threads;

    DrawnPhotos(Path folder, int threads) {
        this.cache = PortraitCache.in(folder);
        this.threads = threads;
    }

    @Override
    public String caption() {
        return "The people are drawn by the project's own generator; nobody you see exists.";
    }

    @Override
    public PhotoImage good(Cast.Student student, int take) {
        PortraitSpec person = person(student);
        return photo(take == 0 ? person : person.retake(take));
    }

    @Override
    public PhotoImage faulty(Cast.Student student) {
        return photo(student.fault().applyTo(person(student)));
    }

    private static PortraitSpec person(Cast.Student student) {
        return PortraitSpec.registration(PEOPLE.get(student.number() - 1)).with(Dial.EXPOSURE, EXPOSURE);
    }

    private PhotoImage photo(PortraitSpec spec) {
        return PhotoImage.copyOf(Jpeg.bytes(cache.get(spec, threads).image()));
    }
}
