package app.novelo.ai.internal;

/** The likeliest of several labels. */
record Best(int index, double probability) {

    static Best of(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Best(best, probabilities[best]);
    }
}
