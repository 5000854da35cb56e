package io.github.tucai.portraits.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One step of Loop subdivision: four triangles for one, smoothed. Old vertices keep their numbers. */
final class Loop {
    private final List<int[]> triangles;
    private final int oldCount;
    /** By edge: the number of its new vertex, then the vertices opposite to it, or -1. */
    private final Map<Long, int[]> edges = new LinkedHashMap<>();

    private final List<List<Integer>> neighbours = new ArrayList<>();
    private final Set<Integer> sharp;

    /**
     * Prepares a step.
     *
     * @param sharp vertices that keep their place
     */
    Loop(int vertexCount, List<int[]> triangles, Set<Integer> sharp) {
        this.triangles = triangles;
        this.oldCount = vertexCount;
        this.sharp = sharp;
        for (int i = 0; i < vertexCount; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (int[] t : triangles) {
            for (int k = 0; k < 3; k++) {
                meet(t[k], t[(k + 1) % 3], t[(k + 2) % 3]);
            }
        }
    }

    private void meet(int a, int b, int opposite) {
        int[] edge = edges.get(key(a, b));
        if (edge != null) {
            edge[2] = opposite;
            return;
        }
        edges.put(key(a, b), new int[] {oldCount + edges.size(), opposite, -1});
        neighbours.get(a).add(b);
        neighbours.get(b).add(a);
    }

    /** The finer triangles. */
    List<int[]> triangles() {
        List<int[]> finer = new ArrayList<>(4 * triangles.size());
        for (int[] t : triangles) {
            int ab = middle(t[0], t[1]);
            int bc = middle(t[1], t[2]);
            int ca = middle(t[2], t[0]);
            finer.add(new int[] {t[0], ab, ca});
            finer.add(new int[] {t[1], bc, ab});
            finer.add(new int[] {t[2], ca, bc});
            finer.add(new int[] {ab, bc, ca});
        }
        return finer;
    }

    /** The finer vertices of one embedding of the mesh. */
    List<Vec> refine(List<Vec> v) {
        Vec[] finer = new Vec[oldCount + edges.size()];
        for (int i = 0; i < oldCount; i++) {
            finer[i] = smoothed(v, i);
        }
        edges.forEach((key, edge) -> finer[edge[0]] = newVertex(v, low(key), high(key), edge));
        return List.of(finer);
    }

    private static Vec newVertex(List<Vec> v, int a, int b, int[] edge) {
        Vec sum = v.get(a).plus(v.get(b));
        if (edge[2] < 0) {
            return sum.times(.5);
        }
        return sum.times(.375).plus(v.get(edge[1]).plus(v.get(edge[2])), .125);
    }

    private Vec smoothed(List<Vec> v, int i) {
        List<Integer> around = neighbours.get(i);
        if (sharp.contains(i) || around.isEmpty()) {
            return v.get(i);
        }
        List<Integer> rim = around.stream().filter(j -> edge(i, j)[2] < 0).toList();
        if (!rim.isEmpty()) {
            Vec ends = v.get(rim.get(0)).plus(v.get(rim.get(rim.size() - 1)));
            return v.get(i).times(.75).plus(ends, .125);
        }
        int k = around.size();
        double c = .375 + .25 * Math.cos(2 * Math.PI / k);
        double beta = (.625 - c * c) / k;
        Vec sum = new Vec(0, 0, 0);
        for (int j : around) {
            sum = sum.plus(v.get(j));
        }
        return v.get(i).times(1 - k * beta).plus(sum, beta);
    }

    private int middle(int a, int b) {
        return edge(a, b)[0];
    }

    private int[] edge(int a, int b) {
        int[] edge = edges.get(key(a, b));
        if (edge == null) {
            throw new IllegalStateException("no edge between " + a + " and " + b);
        }
        return edge;
    }

    /** The border that runs through a vertex, in order from there. */
    static List<Integer> border(List<int[]> triangles, int start) {
        Map<Long, Integer> count = new LinkedHashMap<>();
        for (int[] t : triangles) {
            for (int k = 0; k < 3; k++) {
                count.merge(key(t[k], t[(k + 1) % 3]), 1, Integer::sum);
            }
        }
        Map<Integer, List<Integer>> next = new HashMap<>();
        count.forEach((key, times) -> {
            if (times == 1) {
                next.computeIfAbsent(low(key), k -> new ArrayList<>()).add(high(key));
                next.computeIfAbsent(high(key), k -> new ArrayList<>()).add(low(key));
            }
        });
        return walk(next, start);
    }

    private static List<Integer> walk(Map<Integer, List<Integer>> next, int start) {
        List<Integer> border = new ArrayList<>();
        int previous = -1;
        int at = start;
        do {
            border.add(at);
            List<Integer> ways = next.getOrDefault(at, List.of());
            int to = ways.get(0) == previous ? ways.get(1) : ways.get(0);
            previous = at;
            at = to;
        } while (at != start);
        return border;
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private static int low(long key) {
        return (int) (key >> 32);
    }

    private static int high(long key) {
        return (int) key;
    }
}
