/** The channel between Meta and us in random weather: duplicates, disorder, faults and restarts. */
package app.novelo.weather;
