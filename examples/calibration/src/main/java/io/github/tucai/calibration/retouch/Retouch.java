package io.github.tucai.calibration.retouch;

import io.github.tucai.imaging.internal.measure.Face;
import io.github.tucai.imaging.internal.measure.FaceFrame;
import io.github.tucai.imaging.internal.measure.Landmark;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.portraits.Jpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * One portrait retouched as beauty filters do it, with everything about it drawn from a seed.
 *
 * @param jpeg the file
 * @param strength how much of what the kind does, 0 to 1; 0 for controls
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Retouch(byte[] jpeg, double strength) {
    /** What is done. */
    enum Kind {
        /** Nothing. */
        CONTROL,
        /** Nothing, but the lens is a little out of focus. */
        CONTROL_BLURRED,
        /** Skin is evened out, edges are kept. */
        SMOOTHED,
        /** Skin becomes lighter and loses colour. */
        WHITENED,
        /** Eyes larger, cheeks narrower. */
        RESHAPED,
        /** All three, each at half its strength or more. */
        ALL;

        boolean isGenuine() {
            return this == CONTROL || this == CONTROL_BLURRED;
        }
    }

    /** Retouches a portrait; the same seed gives the same bytes. */
    @SuppressWarnings("EnumOrdinal") // a kind has its place in the seed
    static Retouch of(Face face, Kind kind, long seed) {
        Random random = new Random(new Random(seed * 31 + kind.ordinal()).nextLong());
        double strength = kind.isGenuine() ? 0 : kind == Kind.ALL ? 0.5 + random.nextDouble() / 2 : random.nextDouble();
        Planes planes = Planes.of(face.picture());
        Planes done =
                switch (kind) {
                    case CONTROL -> planes;
                    case CONTROL_BLURRED -> planes.mean(reach(face, 0.01)).mean(reach(face, 0.01));
                    case SMOOTHED -> smoothed(face, planes, strength);
                    case WHITENED -> whitened(face, planes, strength);
                    case RESHAPED -> reshaped(face, planes, strength);
                    case ALL -> reshaped(face, whitened(face, smoothed(face, planes, strength), strength), strength);
                };
        float quality = 0.8f + 0.15f * random.nextFloat();
        return new Retouch(Jpeg.bytes(done.image(), quality), strength);
    }

    private static int reach(Face face, double part) {
        return Math.max(1, (int) Math.round(part * face.frame().unit()));
    }

    /** A guided filter with the picture as its own guide: differences much below its edge are taken out. */
    private static Planes smoothed(Face face, Planes planes, double strength) {
        int reach = reach(face, 0.04 + 0.06 * strength);
        double edge = 15 + 25 * strength;
        Planes mean = planes.mean(reach);
        Planes squares = planes.with(planes, (a, b) -> a * b).mean(reach);
        Planes gain = squares.with(mean, (s, m) -> (float) ((s - m * m) / (s - m * m + edge * edge)));
        Planes smooth = gain.mean(reach)
                .with(planes, (g, p) -> g * p)
                .with(mean.with(gain, (m, g) -> m * (1 - g)).mean(reach), Float::sum);
        return planes.blend(smooth, skin(face), (float) strength);
    }

    private static Planes whitened(Face face, Planes planes, double strength) {
        float part = (float) (0.25 * strength);
        Planes light = planes.with(planes, (p, same) -> p + (255 - p) * part);
        return planes.blend(light.with(light.grey(), (p, grey) -> p + (grey - p) * part), skin(face), 1);
    }

    private static Planes reshaped(Face face, Planes planes, double strength) {
        double larger = 0.22 * strength;
        double slimmer = 0.1 * strength;
        FaceFrame frame = face.frame();
        double jaw = Math.abs(face.across(Landmark.LEFT_CHEEK) - face.across(Landmark.RIGHT_CHEEK)) / 2;
        return planes.moved((x, y) -> {
            double across = frame.across(x, y);
            double down = frame.down(x, y);
            double moveAcross = 0;
            double moveDown = 0;
            for (Landmark.Eye eye : Landmark.EYES) {
                double fromAcross = across - face.across(eye.iris());
                double fromDown = down - face.down(eye.iris());
                double share = hill(fromAcross / 0.45, fromDown / 0.45) * larger / (1 + larger);
                moveAcross -= share * fromAcross;
                moveDown -= share * fromDown;
            }
            double middle = face.across(Landmark.NOSE_BRIDGE);
            double side = Math.signum(across - middle);
            moveAcross += side * slimmer * jaw * hill((across - middle - side * jaw) / 0.8, (down - 0.8) / 1.2);
            return frame.place(across + moveAcross, down + moveDown);
        });
    }

    /** 1 in the middle, 0 from a distance of 1 on. */
    private static double hill(double x, double y) {
        double rest = Math.max(0, 1 - x * x - y * y);
        return rest * rest;
    }

    /** Of the face without eyes, brows and lips, with soft edges; 0 to 1. */
    private static Planes skin(Face face) {
        BufferedImage mask =
                new BufferedImage(face.picture().width(), face.picture().height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = mask.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fill(polygon(face, Landmark.CONTOUR));
        graphics.setColor(Color.BLACK);
        for (Landmark.Eye eye : Landmark.EYES) {
            graphics.fill(polygon(face, eye.outline()));
            graphics.fill(polygon(face, eye.brow()));
        }
        graphics.fill(polygon(face, Landmark.OUTER_LIPS));
        graphics.dispose();
        int[] rgb = mask.getRGB(0, 0, mask.getWidth(), mask.getHeight(), null, 0, mask.getWidth());
        Planes soft = Planes.of(new Picture(mask.getWidth(), mask.getHeight(), rgb))
                .mean(reach(face, 0.04))
                .mean(reach(face, 0.04));
        return soft.with(soft, (value, same) -> value / 255);
    }

    private static Polygon polygon(Face face, Collection<Integer> landmarks) {
        Polygon polygon = new Polygon();
        for (int landmark : landmarks) {
            Point point = face.point(landmark);
            polygon.addPoint((int) Math.round(point.x()), (int) Math.round(point.y()));
        }
        return polygon;
    }

    /** Red, green and blue as numbers. */
    private record Planes(int width, int height, List<float[]> channels) {
        interface Both {
            float of(float one, float other);
        }

        interface Place {
            Point of(double x, double y);
        }

        static Planes of(Picture picture) {
            Planes planes = empty(picture.width(), picture.height());
            for (int i = 0; i < picture.width() * picture.height(); i++) {
                int rgb = picture.at(i % picture.width(), i / picture.width());
                for (int channel = 0; channel < 3; channel++) {
                    planes.channels.get(channel)[i] = (rgb >> (16 - 8 * channel)) & 255;
                }
            }
            return planes;
        }

        private static Planes empty(int width, int height) {
            return new Planes(
                    width,
                    height,
                    List.of(new float[width * height], new float[width * height], new float[width * height]));
        }

        Planes with(Planes other, Both both) {
            Planes result = empty(width, height);
            for (int channel = 0; channel < 3; channel++) {
                for (int i = 0; i < width * height; i++) {
                    result.channels.get(channel)[i] =
                            both.of(channels.get(channel)[i], other.channels.get(channel)[i]);
                }
            }
            return result;
        }

        Planes blend(Planes other, Planes mask, float part) {
            Planes more = other.with(this, (a, b) -> a - b).with(mask, (difference, m) -> difference * m * part);
            return with(more, Float::sum);
        }

        Planes grey() {
            Planes result = empty(width, height);
            for (float[] channel : result.channels) {
                for (int i = 0; i < channel.length; i++) {
                    channel[i] = (channels.get(0)[i] + channels.get(1)[i] + channels.get(2)[i]) / 3;
                }
            }
            return result;
        }

        /** The mean of the square about each pixel. */
        Planes mean(int reach) {
            return along(reach, 1, width).along(reach, width, height);
        }

        private Planes along(int reach, int step, int count) {
            Planes result = empty(width, height);
            for (int channel = 0; channel < 3; channel++) {
                float[] from = channels.get(channel);
                float[] to = result.channels.get(channel);
                for (int i = 0; i < from.length; i++) {
                    int place = i / step % count;
                    int first = Math.max(-reach, -place);
                    int last = Math.min(reach, count - 1 - place);
                    float sum = 0;
                    for (int k = first; k <= last; k++) {
                        sum += from[i + k * step];
                    }
                    to[i] = sum / (last - first + 1);
                }
            }
            return result;
        }

        /** What each pixel shows comes from another place. */
        Planes moved(Place place) {
            Planes result = empty(width, height);
            for (int i = 0; i < width * height; i++) {
                Point from = place.of(i % width + 0.5, Math.floorDiv(i, width) + 0.5);
                double x = Math.max(0, Math.min(width - 1.001, from.x() - 0.5));
                double y = Math.max(0, Math.min(height - 1.001, from.y() - 0.5));
                int at = ((int) y) * width + (int) x;
                float right = (float) (x - (int) x);
                float below = (float) (y - (int) y);
                for (int channel = 0; channel < 3; channel++) {
                    float[] values = channels.get(channel);
                    float upper = values[at] * (1 - right) + values[at + 1] * right;
                    float lower = values[at + width] * (1 - right) + values[at + width + 1] * right;
                    result.channels.get(channel)[i] = upper * (1 - below) + lower * below;
                }
            }
            return result;
        }

        BufferedImage image() {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < width * height; i++) {
                int rgb = 0;
                for (float[] channel : channels) {
                    rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(channel[i])));
                }
                image.setRGB(i % width, Math.floorDiv(i, width), rgb);
            }
            return image;
        }
    }
}
