package io.github.tucai.imaging.internal.qr;

import java.util.Random;

/** How a camera stands to a sheet: from which angle, how near, and how the sheet is bent. */
final class Lens {
    private static final int FINENESS = 3;
    // The camera's distance in widths of a symbol: near enough for strong perspective.
    private static final double DISTANCE = 2.2;

    private final int width;
    private final int height;
    private final double centreX;
    private final double centreY;
    private final double modulePx;
    private final double side;
    private Angle turn = Angle.NONE;
    private Angle tilt = Angle.NONE;
    private Angle tiltDirection = Angle.NONE;
    private double bendRadius = Double.POSITIVE_INFINITY;
    private Angle bendDirection = Angle.NONE;
    private double stretchAcross = 1;
    private double stretchDown = 1;
    private boolean isMirrored;

    private Lens(int width, int height, double centreX, double centreY, double modulePx, double side) {
        this.width = width;
        this.height = height;
        this.centreX = centreX;
        this.centreY = centreY;
        this.modulePx = modulePx;
        this.side = side;
    }

    /** The symbols fill the picture but for a share. */
    static Lens close(Sheet sheet, double modulePx, double room) {
        int side = (int) Math.ceil(sheet.width() * modulePx * room);
        return new Lens(side, side, side / 2.0, side / 2.0, modulePx, sheet.side());
    }

    /** A whole photo of so many pixels, of which the symbol with its quiet zone takes a share, anywhere. */
    static Lens ofPhoto(Sheet sheet, double pixels, double share, Random random) {
        int height = (int) Math.sqrt(pixels * 3 / 4);
        int width = height * 4 / 3;
        double code = Math.sqrt(pixels * share);
        double centreX = HarderCode.between(random, code, width - code);
        double centreY = HarderCode.between(random, code, height - code);
        return new Lens(width, height, centreX, centreY, code / sheet.width(), sheet.side());
    }

    void turn(double radians) {
        turn = Angle.of(radians);
    }

    void tilt(double radians, double direction) {
        tilt = Angle.of(radians);
        tiltDirection = Angle.of(direction);
    }

    /** Round a cylinder of such a radius, in widths of a symbol. */
    void bend(double radius, double direction) {
        bendRadius = radius * side;
        bendDirection = Angle.of(direction);
    }

    void stretch(double factor, boolean isAcross) {
        stretchAcross = isAcross ? Math.sqrt(factor) : 1 / Math.sqrt(factor);
        stretchDown = 1 / stretchAcross;
    }

    void mirror() {
        isMirrored = true;
    }

    double modulePx() {
        return modulePx;
    }

    double codePx() {
        return modulePx * side;
    }

    /** What lands on the sensor; each pixel near the symbols is the mean of what it covers. */
    Shot shot(Sheet sheet) {
        float[] light = new float[width * height];
        double near = sheet.width() * modulePx;
        for (int i = 0; i < light.length; i++) {
            double x = i % width - centreX;
            double y = Math.floorDiv(i, width) - centreY;
            light[i] = (float) (x * x + y * y < near * near ? mean(sheet, x, y) : at(sheet, x, y));
        }
        return new Shot(width, height, light);
    }

    private double mean(Sheet sheet, double x, double y) {
        double sum = 0;
        for (int part = 0; part < FINENESS * FINENESS; part++) {
            double down = Math.floorDiv(part, FINENESS) + 0.5;
            sum += at(sheet, x + (part % FINENESS + 0.5) / FINENESS, y + down / FINENESS);
        }
        return sum / (FINENESS * FINENESS);
    }

    /**
     * Light on the sensor.
     *
     * @param light row by row, 0 to 1
     */
    record Shot(int width, int height, float[] light) {}

    private double at(Sheet sheet, double x, double y) {
        double u = (isMirrored ? -x : x) / stretchAcross / modulePx;
        double v = y / stretchDown / modulePx;
        // Along the direction of the tilt and across it; the farther half of the sheet looks smaller.
        double along = tiltDirection.along(u, v);
        double across = tiltDirection.across(u, v);
        double distance = DISTANCE * side;
        double onSheet = along * distance / (distance * tilt.cosine() - along * tilt.sine());
        double nearer = 1 + onSheet * tilt.sine() / distance;
        double flatX = onSheet * tiltDirection.cosine() - across * nearer * tiltDirection.sine();
        double flatY = onSheet * tiltDirection.sine() + across * nearer * tiltDirection.cosine();
        return bent(sheet, flatX, flatY);
    }

    private double bent(Sheet sheet, double x, double y) {
        double along = bendDirection.along(x, y);
        double across = bendDirection.across(x, y);
        double onPaper = along;
        if (bendRadius < Double.POSITIVE_INFINITY) {
            if (Math.abs(along) >= bendRadius) {
                return 0.5;
            }
            onPaper = bendRadius * Math.asin(along / bendRadius);
        }
        double sheetX = onPaper * bendDirection.cosine() - across * bendDirection.sine();
        double sheetY = onPaper * bendDirection.sine() + across * bendDirection.cosine();
        return sheet.at(turn.along(sheetX, sheetY), turn.across(sheetX, sheetY));
    }

    private record Angle(double cosine, double sine) {
        static final Angle NONE = of(0);

        static Angle of(double radians) {
            return new Angle(Math.cos(radians), Math.sin(radians));
        }

        double along(double x, double y) {
            return x * cosine + y * sine;
        }

        double across(double x, double y) {
            return y * cosine - x * sine;
        }
    }
}
