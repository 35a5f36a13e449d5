# SPDX-FileCopyrightText: 2026 the todod authors
# SPDX-License-Identifier: MIT
# docker build -t todod .
# docker run --read-only --cap-drop ALL -e BETTER_AUTH_SECRET="$(openssl rand -hex 32)" -v todod:/data -p 127.0.0.1:8080:8080 todod
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
WORKDIR /src
COPY tools tools
RUN tools/install_packages build && tools/install_packages web
COPY . .
RUN tools/build release build todod && \
    tools/linked_packages build/todod | cut -d ' ' -f 1 >/packages && \
    strip -o /todod build/todod

FROM ${BASE}
# What the binary loads, with the security fixes of the day of the build; nothing of what built it.
COPY --from=build /packages /tmp/packages
RUN apt-get update -qq && \
    DEBIAN_FRONTEND=noninteractive xargs apt-get install -y -qq --no-install-recommends ca-certificates </tmp/packages && \
    rm -rf /var/lib/apt/lists/* /var/cache/apt/* /tmp/packages && \
    mkdir -m 0700 /data && chown 65532:65532 /data
COPY --from=build /todod /usr/local/bin/todod

# A number that no account has: orchestrators can tell that it is not root. Nothing but /data is written to.
USER 65532:65532
WORKDIR /data
ENV HOST=0.0.0.0 PORT=8080 DATA_DIR=/data LOG_FORMAT=json
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=15s --retries=3 CMD ["/usr/local/bin/todod", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/todod"]
CMD ["serve"]
