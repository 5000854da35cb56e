package io.github.tucai.imaging.internal.pixel;

/** The colours of some pixels. */
public final class ColourSample {
    private final Sample lightness = new Sample();
    private final Sample a = new Sample();
    private final Sample b = new Sample();

    public void add(Lab lab, int i) {
        lightness.add(lab.lightness(i));
        a.add(lab.a(i));
        b.add(lab.b(i));
    }

    public int size() {
        return lightness.size();
    }

    public Sample lightness() {
        return lightness;
    }

    public Sample a() {
        return a;
    }

    public Sample b() {
        return b;
    }

    /** Distance of the median colours, lightness left out. */
    public double chromaDistance(ColourSample other) {
        return Math.hypot(a.median() - other.a.median(), b.median() - other.b.median());
    }

    /** Distance of the median colours. */
    double distance(ColourSample other) {
        return Math.hypot(chromaDistance(other), lightness.median() - other.lightness.median());
    }
}
