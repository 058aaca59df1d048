package app.novelo.channel.whatsapp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the world reaches this installation.
 *
 * @param publicUrl scheme and host before {@code /webhooks}, such as {@code https://chat.example.org}; empty = what Meta
 *     names as the app's address, where it names one
 */
@ConfigurationProperties("novelo")
record PublicAddress(@DefaultValue("") String publicUrl) {}
