package io.github.tucai.imaging.internal.measure;

/** The colours of some pixels. */
final class ColourSample {
    private final Sample lightness = new Sample();
    private final Sample a = new Sample();
    private final Sample b = new Sample();

    void add(Lab lab, int i) {
        lightness.add(lab.lightness(i));
        a.add(lab.a(i));
        b.add(lab.b(i));
    }

    int size() {
        return lightness.size();
    }

    Sample lightness() {
        return lightness;
    }

    Sample a() {
        return a;
    }

    Sample b() {
        return b;
    }

    /** Distance of the median colours, lightness left out. */
    double chromaDistance(ColourSample other) {
        return Math.hypot(a.median() - other.a.median(), b.median() - other.b.median());
    }

    /** Distance of the median colours. */
    double distance(ColourSample other) {
        return Math.hypot(chromaDistance(other), lightness.median() - other.lightness.median());
    }
}
