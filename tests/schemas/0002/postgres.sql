--
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    number integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: tasks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tasks (
    user_id text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    title text NOT NULL COLLATE pg_catalog."C",
    description text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    completed_at timestamp with time zone,
    version bigint NOT NULL,
    idempotency_key text COLLATE pg_catalog."C",
    fingerprint bytea,
    sort_status smallint,
    sort_updated_at timestamp with time zone
)
WITH (fillfactor='90');


--
-- Name: users; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.users (
    id text NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL,
    indexing smallint DEFAULT 0 NOT NULL
);


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (number, name, checksum, applied_at) FROM stdin;
1	0001_users_and_tasks	e704cf18ec1a0aeb07bf743339254b2c109ed2737b670b294317877a525f58c5	2026-11-28 10:06:40.533193+00
2	0002_tasks_in_default_order	a3213e631553c7b177d9bf0c076fa03494fe1aac4699d10938321a7d6844024d	2026-11-28 10:06:40.533193+00
\.


--
-- Data for Name: tasks; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.tasks (user_id, id, title, description, created_at, updated_at, completed_at, version, idempotency_key, fingerprint, sort_status, sort_updated_at) FROM stdin;
alice	01a2219f-096f-75cd-af1a-3adcca39caf2	Buy milk	\N	2026-11-28 10:06:40.495+00	2026-11-28 10:06:40.495+00	\N	1	\N	\N	\N	\N
alice	01a2219f-09fd-76aa-af7a-efc609a4de85	An empty description		2026-11-28 10:06:40.637+00	2026-11-28 10:06:40.637+00	\N	1	\N	\N	\N	\N
alice	01a2219f-09ff-72e4-b472-5b79e15f80df	Lines, tabs; 'quotes' "and" \\ ünï©ode 🥛	a\n\tb\r\nlong long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long long 	2026-11-28 10:06:40.639+00	2026-11-28 10:06:40.639+00	\N	1	\N	\N	\N	\N
alice	01a2219f-0a02-73bc-8ec2-df9469b32fd8	Made completed	\N	2026-11-28 10:06:40.642+00	2026-11-28 10:06:40.642+00	2026-11-28 10:06:40.642+00	1	\N	\N	\N	\N
alice	01a2219f-0a03-76a2-97b9-50f0d5c51372	With a key	\N	2026-11-28 10:06:40.643+00	2026-11-28 10:06:40.643+00	\N	1	key-1	\\x0e42877183a24b68a64e1a8be69f07b4029c3c01bbde3f4484255c4ea7db9108	\N	\N
alice	01a2219f-0a04-72bd-98f0-a0f36cd2ce94	Changed again	x	2026-11-28 10:06:40.644+00	2026-11-28 10:06:40.649+00	2026-11-28 10:06:40.649+00	3	\N	\N	\N	\N
alice	00000000-0000-4000-8000-000000000001	Under an id of her own	\N	2026-11-28 10:06:40.65+00	2026-11-28 10:06:40.65+00	\N	1	\N	\N	\N	\N
böb/%2F;'	00000000-0000-4000-8000-000000000001	The same id, another user's	\N	2026-11-28 10:06:40.651+00	2026-11-28 10:06:40.651+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a0f-74e6-928f-fd91c4008072	Task 0	\N	2026-11-28 10:06:40.655+00	2026-11-28 10:06:40.655+00	2026-11-28 10:06:40.655+00	1	\N	\N	\N	\N
large	01a2219f-0a0f-74e7-85ef-314f97e88131	Task 1	\N	2026-11-28 10:06:40.655+00	2026-11-28 10:06:40.655+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a10-71d1-b2b2-431d1b9048ba	Task 2	\N	2026-11-28 10:06:40.656+00	2026-11-28 10:06:40.656+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a11-714f-af66-c113881d9e94	Task 3	\N	2026-11-28 10:06:40.657+00	2026-11-28 10:06:40.657+00	2026-11-28 10:06:40.657+00	1	\N	\N	\N	\N
large	01a2219f-0a11-7150-bccd-8ff9093b03e2	Task 4	\N	2026-11-28 10:06:40.657+00	2026-11-28 10:06:40.657+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a12-72b8-9479-f510f8fa4227	Task 5	\N	2026-11-28 10:06:40.658+00	2026-11-28 10:06:40.658+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a12-72b9-a4d0-443eb974097b	Task 6	\N	2026-11-28 10:06:40.658+00	2026-11-28 10:06:40.658+00	2026-11-28 10:06:40.658+00	1	\N	\N	\N	\N
large	01a2219f-0a13-75ed-92e5-a7ab970b6fa4	Task 0	\N	2026-11-28 10:06:40.659+00	2026-11-28 10:06:40.659+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a14-7528-87af-840ad32b4d06	Task 1	\N	2026-11-28 10:06:40.66+00	2026-11-28 10:06:40.66+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a14-7529-9e2c-c5f08c5afcb9	Task 2	\N	2026-11-28 10:06:40.66+00	2026-11-28 10:06:40.66+00	2026-11-28 10:06:40.66+00	1	\N	\N	\N	\N
large	01a2219f-0a15-75f2-9b7a-1a2998dc339b	Task 3	\N	2026-11-28 10:06:40.661+00	2026-11-28 10:06:40.661+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a16-7744-8953-c69fce173ce7	Task 4	\N	2026-11-28 10:06:40.662+00	2026-11-28 10:06:40.662+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a16-7745-bb29-a132adf80587	Task 5	\N	2026-11-28 10:06:40.662+00	2026-11-28 10:06:40.662+00	2026-11-28 10:06:40.662+00	1	\N	\N	\N	\N
large	01a2219f-0a17-73f9-8f1b-f7396716eb81	Task 6	\N	2026-11-28 10:06:40.663+00	2026-11-28 10:06:40.663+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a18-7073-9fbb-cc04151919b1	Task 0	\N	2026-11-28 10:06:40.664+00	2026-11-28 10:06:40.664+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a19-768d-8e75-34b7e2d5b004	Task 1	\N	2026-11-28 10:06:40.665+00	2026-11-28 10:06:40.665+00	2026-11-28 10:06:40.665+00	1	\N	\N	\N	\N
large	01a2219f-0a1a-7624-9311-c2b49be5cc5a	Task 2	\N	2026-11-28 10:06:40.666+00	2026-11-28 10:06:40.666+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1a-7625-8430-5e187656ec7b	Task 3	\N	2026-11-28 10:06:40.666+00	2026-11-28 10:06:40.666+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1b-7561-9978-f375aca5f062	Task 4	\N	2026-11-28 10:06:40.667+00	2026-11-28 10:06:40.667+00	2026-11-28 10:06:40.667+00	1	\N	\N	\N	\N
large	01a2219f-0a1c-7350-856f-d4d253a5ecd2	Task 5	\N	2026-11-28 10:06:40.668+00	2026-11-28 10:06:40.668+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1d-7740-bfdf-ad5fc4fe2f67	Task 6	\N	2026-11-28 10:06:40.669+00	2026-11-28 10:06:40.669+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1d-7741-be7e-5410509acb41	Task 0	\N	2026-11-28 10:06:40.669+00	2026-11-28 10:06:40.669+00	2026-11-28 10:06:40.669+00	1	\N	\N	\N	\N
large	01a2219f-0a1e-71a4-b8a6-c7027cfda4d2	Task 1	\N	2026-11-28 10:06:40.67+00	2026-11-28 10:06:40.67+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1e-71a5-9666-532acd165108	Task 2	\N	2026-11-28 10:06:40.67+00	2026-11-28 10:06:40.67+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a1f-772a-9eda-ff5e4f1a204b	Task 3	\N	2026-11-28 10:06:40.671+00	2026-11-28 10:06:40.671+00	2026-11-28 10:06:40.671+00	1	\N	\N	\N	\N
large	01a2219f-0a1f-772b-8083-5aea61fe3b97	Task 4	\N	2026-11-28 10:06:40.671+00	2026-11-28 10:06:40.671+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a20-7547-8367-d572c7023fd2	Task 5	\N	2026-11-28 10:06:40.672+00	2026-11-28 10:06:40.672+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a20-7548-a832-1aa031b73efc	Task 6	\N	2026-11-28 10:06:40.672+00	2026-11-28 10:06:40.672+00	2026-11-28 10:06:40.672+00	1	\N	\N	\N	\N
large	01a2219f-0a20-7549-b376-7a751d3ed6ff	Task 0	\N	2026-11-28 10:06:40.672+00	2026-11-28 10:06:40.672+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a21-7087-96ad-adca42799f73	Task 1	\N	2026-11-28 10:06:40.673+00	2026-11-28 10:06:40.673+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a21-7088-85ef-ac3ac6cf23d8	Task 2	\N	2026-11-28 10:06:40.673+00	2026-11-28 10:06:40.673+00	2026-11-28 10:06:40.673+00	1	\N	\N	\N	\N
large	01a2219f-0a22-7641-a9bb-10d809246bbb	Task 3	\N	2026-11-28 10:06:40.674+00	2026-11-28 10:06:40.674+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a22-7642-909c-ef91a9c6ec26	Task 4	\N	2026-11-28 10:06:40.674+00	2026-11-28 10:06:40.674+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a23-741a-90ed-ae6ff37ad3c7	Task 5	\N	2026-11-28 10:06:40.675+00	2026-11-28 10:06:40.675+00	2026-11-28 10:06:40.675+00	1	\N	\N	\N	\N
large	01a2219f-0a23-741b-9983-8ee7ec0e8f5a	Task 6	\N	2026-11-28 10:06:40.675+00	2026-11-28 10:06:40.675+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a23-741c-bbfa-d91a0bb61631	Task 0	\N	2026-11-28 10:06:40.675+00	2026-11-28 10:06:40.675+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a24-724b-b361-5f98f84feb5a	Task 1	\N	2026-11-28 10:06:40.676+00	2026-11-28 10:06:40.676+00	2026-11-28 10:06:40.676+00	1	\N	\N	\N	\N
large	01a2219f-0a24-724c-9aac-d0e667a54136	Task 2	\N	2026-11-28 10:06:40.676+00	2026-11-28 10:06:40.676+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a25-756f-a097-eb0acb39a0aa	Task 3	\N	2026-11-28 10:06:40.677+00	2026-11-28 10:06:40.677+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a25-7570-8120-c85ba450fcdc	Task 4	\N	2026-11-28 10:06:40.677+00	2026-11-28 10:06:40.677+00	2026-11-28 10:06:40.677+00	1	\N	\N	\N	\N
large	01a2219f-0a26-738a-b176-ad3c3ff6d902	Task 5	\N	2026-11-28 10:06:40.678+00	2026-11-28 10:06:40.678+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a26-738b-8e2a-94f01726deed	Task 6	\N	2026-11-28 10:06:40.678+00	2026-11-28 10:06:40.678+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a27-71a9-a3a5-1c09e79d4f47	Task 0	\N	2026-11-28 10:06:40.679+00	2026-11-28 10:06:40.679+00	2026-11-28 10:06:40.679+00	1	\N	\N	\N	\N
large	01a2219f-0a27-71aa-b6aa-673f3085409b	Task 1	\N	2026-11-28 10:06:40.679+00	2026-11-28 10:06:40.679+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a28-7317-bba1-8d743cb51d04	Task 2	\N	2026-11-28 10:06:40.68+00	2026-11-28 10:06:40.68+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a28-7318-8d89-9b121cb47d24	Task 3	\N	2026-11-28 10:06:40.68+00	2026-11-28 10:06:40.68+00	2026-11-28 10:06:40.68+00	1	\N	\N	\N	\N
large	01a2219f-0a29-77b3-bd64-2b61e435333e	Task 4	\N	2026-11-28 10:06:40.681+00	2026-11-28 10:06:40.681+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a29-77b4-800c-75c3a9263655	Task 5	\N	2026-11-28 10:06:40.681+00	2026-11-28 10:06:40.681+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2a-719a-9efa-97f0dbae5787	Task 6	\N	2026-11-28 10:06:40.682+00	2026-11-28 10:06:40.682+00	2026-11-28 10:06:40.682+00	1	\N	\N	\N	\N
large	01a2219f-0a2b-7605-8220-5a47e6194743	Task 0	\N	2026-11-28 10:06:40.683+00	2026-11-28 10:06:40.683+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2b-7606-b306-0d632c468631	Task 1	\N	2026-11-28 10:06:40.683+00	2026-11-28 10:06:40.683+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2c-70b5-953b-af61bdb3a987	Task 2	\N	2026-11-28 10:06:40.684+00	2026-11-28 10:06:40.684+00	2026-11-28 10:06:40.684+00	1	\N	\N	\N	\N
large	01a2219f-0a2c-70b6-8d78-75928f166aec	Task 3	\N	2026-11-28 10:06:40.684+00	2026-11-28 10:06:40.684+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2d-72bc-9dee-53d470851d51	Task 4	\N	2026-11-28 10:06:40.685+00	2026-11-28 10:06:40.685+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2e-7135-a077-25e0b00ec771	Task 5	\N	2026-11-28 10:06:40.686+00	2026-11-28 10:06:40.686+00	2026-11-28 10:06:40.686+00	1	\N	\N	\N	\N
large	01a2219f-0a2e-7136-9f57-bd142bc40c50	Task 6	\N	2026-11-28 10:06:40.686+00	2026-11-28 10:06:40.686+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a2f-7226-87cc-280bae089d32	Task 0	\N	2026-11-28 10:06:40.687+00	2026-11-28 10:06:40.687+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a30-7105-afb1-ec885d933435	Task 1	\N	2026-11-28 10:06:40.688+00	2026-11-28 10:06:40.688+00	2026-11-28 10:06:40.688+00	1	\N	\N	\N	\N
large	01a2219f-0a30-7106-ac80-b60d9dcd5981	Task 2	\N	2026-11-28 10:06:40.688+00	2026-11-28 10:06:40.688+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a31-7513-a520-4740e7cc9ffe	Task 3	\N	2026-11-28 10:06:40.689+00	2026-11-28 10:06:40.689+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a32-7332-a816-994acba656e0	Task 4	\N	2026-11-28 10:06:40.69+00	2026-11-28 10:06:40.69+00	2026-11-28 10:06:40.69+00	1	\N	\N	\N	\N
large	01a2219f-0a32-7333-834c-ff0d75f95e81	Task 5	\N	2026-11-28 10:06:40.69+00	2026-11-28 10:06:40.69+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a33-7572-a2e1-a86d2c7d1731	Task 6	\N	2026-11-28 10:06:40.691+00	2026-11-28 10:06:40.691+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a34-77cb-a972-540530289e71	Task 0	\N	2026-11-28 10:06:40.692+00	2026-11-28 10:06:40.692+00	2026-11-28 10:06:40.692+00	1	\N	\N	\N	\N
large	01a2219f-0a34-77cc-90cc-9857a7755f4f	Task 1	\N	2026-11-28 10:06:40.692+00	2026-11-28 10:06:40.692+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a35-703a-a01f-fb53f5721619	Task 2	\N	2026-11-28 10:06:40.693+00	2026-11-28 10:06:40.693+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a36-7411-8353-8d41208c90fb	Task 3	\N	2026-11-28 10:06:40.694+00	2026-11-28 10:06:40.694+00	2026-11-28 10:06:40.694+00	1	\N	\N	\N	\N
large	01a2219f-0a37-7722-b975-ec528b6be848	Task 4	\N	2026-11-28 10:06:40.695+00	2026-11-28 10:06:40.695+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a38-707b-a60f-4d1a0530d7f1	Task 5	\N	2026-11-28 10:06:40.696+00	2026-11-28 10:06:40.696+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a38-707c-ae2d-40e9c5a2687d	Task 6	\N	2026-11-28 10:06:40.696+00	2026-11-28 10:06:40.696+00	2026-11-28 10:06:40.696+00	1	\N	\N	\N	\N
large	01a2219f-0a39-70ae-bf33-a76f9548995c	Task 0	\N	2026-11-28 10:06:40.697+00	2026-11-28 10:06:40.697+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3a-7445-8ef9-0a0065bc4bac	Task 1	\N	2026-11-28 10:06:40.698+00	2026-11-28 10:06:40.698+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3a-7446-baa4-5c26658a8a0d	Task 2	\N	2026-11-28 10:06:40.698+00	2026-11-28 10:06:40.698+00	2026-11-28 10:06:40.698+00	1	\N	\N	\N	\N
large	01a2219f-0a3b-772c-abff-d3cd5f75142a	Task 3	\N	2026-11-28 10:06:40.699+00	2026-11-28 10:06:40.699+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3c-7259-8974-fb32da024113	Task 4	\N	2026-11-28 10:06:40.7+00	2026-11-28 10:06:40.7+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3c-725a-8500-9784aecbb8db	Task 5	\N	2026-11-28 10:06:40.7+00	2026-11-28 10:06:40.7+00	2026-11-28 10:06:40.7+00	1	\N	\N	\N	\N
large	01a2219f-0a3d-7783-b732-99d989da1d66	Task 6	\N	2026-11-28 10:06:40.701+00	2026-11-28 10:06:40.701+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3e-72e2-9416-2e60bc977119	Task 0	\N	2026-11-28 10:06:40.702+00	2026-11-28 10:06:40.702+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3e-72e3-9679-2528b1e447c1	Task 1	\N	2026-11-28 10:06:40.702+00	2026-11-28 10:06:40.702+00	2026-11-28 10:06:40.702+00	1	\N	\N	\N	\N
large	01a2219f-0a3f-7679-ba1e-d07433e857cc	Task 2	\N	2026-11-28 10:06:40.703+00	2026-11-28 10:06:40.703+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a3f-767a-b8af-9b3907f036bb	Task 3	\N	2026-11-28 10:06:40.703+00	2026-11-28 10:06:40.703+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a40-7260-b88d-ad483a07d137	Task 4	\N	2026-11-28 10:06:40.704+00	2026-11-28 10:06:40.704+00	2026-11-28 10:06:40.704+00	1	\N	\N	\N	\N
large	01a2219f-0a41-74ab-ba5d-17efc081573b	Task 5	\N	2026-11-28 10:06:40.705+00	2026-11-28 10:06:40.705+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a41-74ac-b369-034e01fb41de	Task 6	\N	2026-11-28 10:06:40.705+00	2026-11-28 10:06:40.705+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a42-7452-8569-1d740b2a361e	Task 0	\N	2026-11-28 10:06:40.706+00	2026-11-28 10:06:40.706+00	2026-11-28 10:06:40.706+00	1	\N	\N	\N	\N
large	01a2219f-0a43-7738-b949-9e74d76bb685	Task 1	\N	2026-11-28 10:06:40.707+00	2026-11-28 10:06:40.707+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a43-7739-acf3-35e910846a3f	Task 2	\N	2026-11-28 10:06:40.707+00	2026-11-28 10:06:40.707+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a44-70c8-b885-ecf2a0b4fb91	Task 3	\N	2026-11-28 10:06:40.708+00	2026-11-28 10:06:40.708+00	2026-11-28 10:06:40.708+00	1	\N	\N	\N	\N
large	01a2219f-0a44-70c9-9ddd-8a07dac2609b	Task 4	\N	2026-11-28 10:06:40.708+00	2026-11-28 10:06:40.708+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a45-742d-88c8-5eb50d7dd673	Task 5	\N	2026-11-28 10:06:40.709+00	2026-11-28 10:06:40.709+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a46-7045-82a7-1f509613dab4	Task 6	\N	2026-11-28 10:06:40.71+00	2026-11-28 10:06:40.71+00	2026-11-28 10:06:40.71+00	1	\N	\N	\N	\N
large	01a2219f-0a46-7046-8c2b-bb4490872e1e	Task 0	\N	2026-11-28 10:06:40.71+00	2026-11-28 10:06:40.71+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a47-75e9-bd76-bd39bef0e0f9	Task 1	\N	2026-11-28 10:06:40.711+00	2026-11-28 10:06:40.711+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a48-736d-9146-50c6316c1075	Task 2	\N	2026-11-28 10:06:40.712+00	2026-11-28 10:06:40.712+00	2026-11-28 10:06:40.712+00	1	\N	\N	\N	\N
large	01a2219f-0a48-736e-a672-16cda623b5f0	Task 3	\N	2026-11-28 10:06:40.712+00	2026-11-28 10:06:40.712+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a49-7376-8620-643b664692a3	Task 4	\N	2026-11-28 10:06:40.713+00	2026-11-28 10:06:40.713+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a49-7377-b9a3-0cc4e9350525	Task 5	\N	2026-11-28 10:06:40.713+00	2026-11-28 10:06:40.713+00	2026-11-28 10:06:40.713+00	1	\N	\N	\N	\N
large	01a2219f-0a4a-77ba-8bef-e78fb373377b	Task 6	\N	2026-11-28 10:06:40.714+00	2026-11-28 10:06:40.714+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4a-77bb-93a2-cb9c7b0d5924	Task 0	\N	2026-11-28 10:06:40.714+00	2026-11-28 10:06:40.714+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4b-748a-9b62-77d17d0cfb91	Task 1	\N	2026-11-28 10:06:40.715+00	2026-11-28 10:06:40.715+00	2026-11-28 10:06:40.715+00	1	\N	\N	\N	\N
large	01a2219f-0a4c-7227-80a9-d63aceb92808	Task 2	\N	2026-11-28 10:06:40.716+00	2026-11-28 10:06:40.716+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4c-7228-947c-05d0fbd602f6	Task 3	\N	2026-11-28 10:06:40.716+00	2026-11-28 10:06:40.716+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4d-76b6-ba3d-c287ffafea44	Task 4	\N	2026-11-28 10:06:40.717+00	2026-11-28 10:06:40.717+00	2026-11-28 10:06:40.717+00	1	\N	\N	\N	\N
large	01a2219f-0a4e-70ae-aa25-47a619b26fe4	Task 5	\N	2026-11-28 10:06:40.718+00	2026-11-28 10:06:40.718+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4e-70af-b016-b4f3e2a7cd09	Task 6	\N	2026-11-28 10:06:40.718+00	2026-11-28 10:06:40.718+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a4f-70d8-a642-b0e78db0e5bf	Task 0	\N	2026-11-28 10:06:40.719+00	2026-11-28 10:06:40.719+00	2026-11-28 10:06:40.719+00	1	\N	\N	\N	\N
large	01a2219f-0a50-71ff-99dd-d20a66f5d92f	Task 1	\N	2026-11-28 10:06:40.72+00	2026-11-28 10:06:40.72+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a50-7200-ab13-b296ad6657c2	Task 2	\N	2026-11-28 10:06:40.72+00	2026-11-28 10:06:40.72+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a51-74b5-85fc-c877a35ecd49	Task 3	\N	2026-11-28 10:06:40.721+00	2026-11-28 10:06:40.721+00	2026-11-28 10:06:40.721+00	1	\N	\N	\N	\N
large	01a2219f-0a51-74b6-b38a-c1976f2b3635	Task 4	\N	2026-11-28 10:06:40.721+00	2026-11-28 10:06:40.721+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a52-764f-ba33-c5a6a6df2f1a	Task 5	\N	2026-11-28 10:06:40.722+00	2026-11-28 10:06:40.722+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a53-7332-a7a2-853875f22264	Task 6	\N	2026-11-28 10:06:40.723+00	2026-11-28 10:06:40.723+00	2026-11-28 10:06:40.723+00	1	\N	\N	\N	\N
large	01a2219f-0a54-72ed-8e56-507def509356	Task 0	\N	2026-11-28 10:06:40.724+00	2026-11-28 10:06:40.724+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a54-72ee-917a-47e44018882c	Task 1	\N	2026-11-28 10:06:40.724+00	2026-11-28 10:06:40.724+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a55-768d-a4cd-edab29979f54	Task 2	\N	2026-11-28 10:06:40.725+00	2026-11-28 10:06:40.725+00	2026-11-28 10:06:40.725+00	1	\N	\N	\N	\N
large	01a2219f-0a55-768e-b284-edecf878d9d4	Task 3	\N	2026-11-28 10:06:40.725+00	2026-11-28 10:06:40.725+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a56-760a-89bd-4a1b40e41a3c	Task 4	\N	2026-11-28 10:06:40.726+00	2026-11-28 10:06:40.726+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a57-7349-935c-fe946af6e444	Task 5	\N	2026-11-28 10:06:40.727+00	2026-11-28 10:06:40.727+00	2026-11-28 10:06:40.727+00	1	\N	\N	\N	\N
large	01a2219f-0a58-70d4-b49a-42e1f5fcc171	Task 6	\N	2026-11-28 10:06:40.728+00	2026-11-28 10:06:40.728+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a58-70d5-9a07-13ff96623587	Task 0	\N	2026-11-28 10:06:40.728+00	2026-11-28 10:06:40.728+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a59-7593-ac48-4fdef2b78a30	Task 1	\N	2026-11-28 10:06:40.729+00	2026-11-28 10:06:40.729+00	2026-11-28 10:06:40.729+00	1	\N	\N	\N	\N
large	01a2219f-0a5a-765a-8039-9ec3966808d7	Task 2	\N	2026-11-28 10:06:40.73+00	2026-11-28 10:06:40.73+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5a-765b-9c9e-bcf13803a34e	Task 3	\N	2026-11-28 10:06:40.73+00	2026-11-28 10:06:40.73+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5b-73cf-b922-d9d67b04a8e6	Task 4	\N	2026-11-28 10:06:40.731+00	2026-11-28 10:06:40.731+00	2026-11-28 10:06:40.731+00	1	\N	\N	\N	\N
large	01a2219f-0a5c-71d9-acbe-f688023ee8c8	Task 5	\N	2026-11-28 10:06:40.732+00	2026-11-28 10:06:40.732+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5c-71da-bead-c86a4fac0f2d	Task 6	\N	2026-11-28 10:06:40.732+00	2026-11-28 10:06:40.732+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5d-76e1-9fcb-cd55ed0ed0ee	Task 0	\N	2026-11-28 10:06:40.733+00	2026-11-28 10:06:40.733+00	2026-11-28 10:06:40.733+00	1	\N	\N	\N	\N
large	01a2219f-0a5e-7739-b529-056dc0361dd7	Task 1	\N	2026-11-28 10:06:40.734+00	2026-11-28 10:06:40.734+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5e-773a-964f-c5ba81e7d731	Task 2	\N	2026-11-28 10:06:40.734+00	2026-11-28 10:06:40.734+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a5f-73e6-b815-4d5ef11b1f63	Task 3	\N	2026-11-28 10:06:40.735+00	2026-11-28 10:06:40.735+00	2026-11-28 10:06:40.735+00	1	\N	\N	\N	\N
large	01a2219f-0a60-71cc-b219-8748f949a7d0	Task 4	\N	2026-11-28 10:06:40.736+00	2026-11-28 10:06:40.736+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a60-71cd-ae6d-2251431cc19b	Task 5	\N	2026-11-28 10:06:40.736+00	2026-11-28 10:06:40.736+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a61-714c-9ddb-808cfcc8e7bb	Task 6	\N	2026-11-28 10:06:40.737+00	2026-11-28 10:06:40.737+00	2026-11-28 10:06:40.737+00	1	\N	\N	\N	\N
large	01a2219f-0a61-714d-b48a-9de52c95caac	Task 0	\N	2026-11-28 10:06:40.737+00	2026-11-28 10:06:40.737+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a62-72af-979e-d69b9399c8e5	Task 1	\N	2026-11-28 10:06:40.738+00	2026-11-28 10:06:40.738+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a63-72ec-9512-1465f472ad97	Task 2	\N	2026-11-28 10:06:40.739+00	2026-11-28 10:06:40.739+00	2026-11-28 10:06:40.739+00	1	\N	\N	\N	\N
large	01a2219f-0a63-72ed-9ce9-14665b24cce8	Task 3	\N	2026-11-28 10:06:40.739+00	2026-11-28 10:06:40.739+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a64-7665-9047-d769f21c54bc	Task 4	\N	2026-11-28 10:06:40.74+00	2026-11-28 10:06:40.74+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a65-74b5-9333-d2d67b61a939	Task 5	\N	2026-11-28 10:06:40.741+00	2026-11-28 10:06:40.741+00	2026-11-28 10:06:40.741+00	1	\N	\N	\N	\N
large	01a2219f-0a65-74b6-b373-94269d5d4107	Task 6	\N	2026-11-28 10:06:40.741+00	2026-11-28 10:06:40.741+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a66-72ff-b406-5c7548100df4	Task 0	\N	2026-11-28 10:06:40.742+00	2026-11-28 10:06:40.742+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a66-7300-b5b7-849c1ead1cb1	Task 1	\N	2026-11-28 10:06:40.742+00	2026-11-28 10:06:40.742+00	2026-11-28 10:06:40.742+00	1	\N	\N	\N	\N
large	01a2219f-0a67-77b1-a5ca-bf9d796b851b	Task 2	\N	2026-11-28 10:06:40.743+00	2026-11-28 10:06:40.743+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a68-7091-a79f-b7e77b7fa4f5	Task 3	\N	2026-11-28 10:06:40.744+00	2026-11-28 10:06:40.744+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a69-7779-b0c8-0db43ec274c3	Task 4	\N	2026-11-28 10:06:40.745+00	2026-11-28 10:06:40.745+00	2026-11-28 10:06:40.745+00	1	\N	\N	\N	\N
large	01a2219f-0a6a-73c1-912b-eb8510d6bd98	Task 5	\N	2026-11-28 10:06:40.746+00	2026-11-28 10:06:40.746+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6a-73c2-91b5-78565b457e8e	Task 6	\N	2026-11-28 10:06:40.746+00	2026-11-28 10:06:40.746+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6b-7624-941a-b398dcb2c316	Task 0	\N	2026-11-28 10:06:40.747+00	2026-11-28 10:06:40.747+00	2026-11-28 10:06:40.747+00	1	\N	\N	\N	\N
large	01a2219f-0a6c-7619-960b-4f5935bb7ad7	Task 1	\N	2026-11-28 10:06:40.748+00	2026-11-28 10:06:40.748+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6c-761a-8bfd-8b4727348a43	Task 2	\N	2026-11-28 10:06:40.748+00	2026-11-28 10:06:40.748+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6d-75f3-bec7-04385dfaddb7	Task 3	\N	2026-11-28 10:06:40.749+00	2026-11-28 10:06:40.749+00	2026-11-28 10:06:40.749+00	1	\N	\N	\N	\N
large	01a2219f-0a6d-75f4-80cb-20fdbc6002a4	Task 4	\N	2026-11-28 10:06:40.749+00	2026-11-28 10:06:40.749+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6e-775a-a083-b67b289ff1b0	Task 5	\N	2026-11-28 10:06:40.75+00	2026-11-28 10:06:40.75+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a6f-723e-ba4e-8a25b94f4f50	Task 6	\N	2026-11-28 10:06:40.751+00	2026-11-28 10:06:40.751+00	2026-11-28 10:06:40.751+00	1	\N	\N	\N	\N
large	01a2219f-0a6f-723f-83d5-284091c1c00a	Task 0	\N	2026-11-28 10:06:40.751+00	2026-11-28 10:06:40.751+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a70-712d-b509-a5395f7ddc9b	Task 1	\N	2026-11-28 10:06:40.752+00	2026-11-28 10:06:40.752+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a70-712e-8670-9dc7aa88d0a4	Task 2	\N	2026-11-28 10:06:40.752+00	2026-11-28 10:06:40.752+00	2026-11-28 10:06:40.752+00	1	\N	\N	\N	\N
large	01a2219f-0a71-779c-b6a7-ae50475ff7dd	Task 3	\N	2026-11-28 10:06:40.753+00	2026-11-28 10:06:40.753+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a71-779d-8ee0-26e674392014	Task 4	\N	2026-11-28 10:06:40.753+00	2026-11-28 10:06:40.753+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a72-733c-8cbf-a580b4d24e88	Task 5	\N	2026-11-28 10:06:40.754+00	2026-11-28 10:06:40.754+00	2026-11-28 10:06:40.754+00	1	\N	\N	\N	\N
large	01a2219f-0a72-733d-ab99-928e163e1add	Task 6	\N	2026-11-28 10:06:40.754+00	2026-11-28 10:06:40.754+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a73-774b-b4e8-8fa36ea0e5fe	Task 0	\N	2026-11-28 10:06:40.755+00	2026-11-28 10:06:40.755+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a73-774c-8926-19d2b9a8c5d6	Task 1	\N	2026-11-28 10:06:40.755+00	2026-11-28 10:06:40.755+00	2026-11-28 10:06:40.755+00	1	\N	\N	\N	\N
large	01a2219f-0a74-7108-9942-f298ed6c9b68	Task 2	\N	2026-11-28 10:06:40.756+00	2026-11-28 10:06:40.756+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a74-7109-b249-d893537afec4	Task 3	\N	2026-11-28 10:06:40.756+00	2026-11-28 10:06:40.756+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a75-7353-a868-6f93a55a7dbc	Task 4	\N	2026-11-28 10:06:40.757+00	2026-11-28 10:06:40.757+00	2026-11-28 10:06:40.757+00	1	\N	\N	\N	\N
large	01a2219f-0a75-7354-8f4b-560af08ed2fd	Task 5	\N	2026-11-28 10:06:40.757+00	2026-11-28 10:06:40.757+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a76-76d5-8b75-8977c786f76e	Task 6	\N	2026-11-28 10:06:40.758+00	2026-11-28 10:06:40.758+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a76-76d6-b9ac-59e81d3e8c9b	Task 0	\N	2026-11-28 10:06:40.758+00	2026-11-28 10:06:40.758+00	2026-11-28 10:06:40.758+00	1	\N	\N	\N	\N
large	01a2219f-0a77-7586-b51f-b8ca1cc1a7c4	Task 1	\N	2026-11-28 10:06:40.759+00	2026-11-28 10:06:40.759+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a78-70ab-83b5-4bb7e89878cb	Task 2	\N	2026-11-28 10:06:40.76+00	2026-11-28 10:06:40.76+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a78-70ac-99de-12018c6d2e86	Task 3	\N	2026-11-28 10:06:40.76+00	2026-11-28 10:06:40.76+00	2026-11-28 10:06:40.76+00	1	\N	\N	\N	\N
large	01a2219f-0a79-72af-b211-97adf5fec5b4	Task 4	\N	2026-11-28 10:06:40.761+00	2026-11-28 10:06:40.761+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a7a-7069-8b31-fb152aa5da15	Task 5	\N	2026-11-28 10:06:40.762+00	2026-11-28 10:06:40.762+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a7a-706a-85bd-c43cd853aff8	Task 6	\N	2026-11-28 10:06:40.762+00	2026-11-28 10:06:40.762+00	2026-11-28 10:06:40.762+00	1	\N	\N	\N	\N
large	01a2219f-0a7b-75a5-a16d-abcd4de33815	Task 0	\N	2026-11-28 10:06:40.763+00	2026-11-28 10:06:40.763+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a7d-745d-9365-d60c31027498	Task 1	\N	2026-11-28 10:06:40.765+00	2026-11-28 10:06:40.765+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a84-7504-b01c-ca8ecb8f250e	Task 2	\N	2026-11-28 10:06:40.772+00	2026-11-28 10:06:40.772+00	2026-11-28 10:06:40.772+00	1	\N	\N	\N	\N
large	01a2219f-0a85-7176-8113-17139f645135	Task 3	\N	2026-11-28 10:06:40.773+00	2026-11-28 10:06:40.773+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a86-754b-9c7a-8c5f1f9419e8	Task 4	\N	2026-11-28 10:06:40.774+00	2026-11-28 10:06:40.774+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a87-74f9-b43c-3567fc3b2fa3	Task 5	\N	2026-11-28 10:06:40.775+00	2026-11-28 10:06:40.775+00	2026-11-28 10:06:40.775+00	1	\N	\N	\N	\N
large	01a2219f-0a88-72e4-b2e4-f0bbd6264090	Task 6	\N	2026-11-28 10:06:40.776+00	2026-11-28 10:06:40.776+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a88-72e5-ad95-203798ecc240	Task 0	\N	2026-11-28 10:06:40.776+00	2026-11-28 10:06:40.776+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a89-73b6-b91d-315c390a7e68	Task 1	\N	2026-11-28 10:06:40.777+00	2026-11-28 10:06:40.777+00	2026-11-28 10:06:40.777+00	1	\N	\N	\N	\N
large	01a2219f-0a89-73b7-a03d-0716c9670339	Task 2	\N	2026-11-28 10:06:40.777+00	2026-11-28 10:06:40.777+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8a-759a-90d4-50d3231f1a21	Task 3	\N	2026-11-28 10:06:40.778+00	2026-11-28 10:06:40.778+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8a-759b-a499-d09ac2f2436b	Task 4	\N	2026-11-28 10:06:40.778+00	2026-11-28 10:06:40.778+00	2026-11-28 10:06:40.778+00	1	\N	\N	\N	\N
large	01a2219f-0a8a-759c-bf22-475a447fcd07	Task 5	\N	2026-11-28 10:06:40.778+00	2026-11-28 10:06:40.778+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8b-7236-aa51-63e66a6577d1	Task 6	\N	2026-11-28 10:06:40.779+00	2026-11-28 10:06:40.779+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8b-7237-aab1-bb24acedd2eb	Task 0	\N	2026-11-28 10:06:40.779+00	2026-11-28 10:06:40.779+00	2026-11-28 10:06:40.779+00	1	\N	\N	\N	\N
large	01a2219f-0a8c-7636-8c38-80379beb6be0	Task 1	\N	2026-11-28 10:06:40.78+00	2026-11-28 10:06:40.78+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8c-7637-a822-17cc4f80836c	Task 2	\N	2026-11-28 10:06:40.78+00	2026-11-28 10:06:40.78+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8d-73b1-9cba-ba481f4e3f47	Task 3	\N	2026-11-28 10:06:40.781+00	2026-11-28 10:06:40.781+00	2026-11-28 10:06:40.781+00	1	\N	\N	\N	\N
large	01a2219f-0a8d-73b2-bf0f-8ad172698f57	Task 4	\N	2026-11-28 10:06:40.781+00	2026-11-28 10:06:40.781+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8e-758c-920f-e75132957c9c	Task 5	\N	2026-11-28 10:06:40.782+00	2026-11-28 10:06:40.782+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8e-758d-830c-23796439a75f	Task 6	\N	2026-11-28 10:06:40.782+00	2026-11-28 10:06:40.782+00	2026-11-28 10:06:40.782+00	1	\N	\N	\N	\N
large	01a2219f-0a8f-753a-8d7d-012cbf3a13d8	Task 0	\N	2026-11-28 10:06:40.783+00	2026-11-28 10:06:40.783+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8f-753b-8d41-49c1e32f721f	Task 1	\N	2026-11-28 10:06:40.783+00	2026-11-28 10:06:40.783+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a8f-753c-aafd-24179889e967	Task 2	\N	2026-11-28 10:06:40.783+00	2026-11-28 10:06:40.783+00	2026-11-28 10:06:40.783+00	1	\N	\N	\N	\N
large	01a2219f-0a90-7204-8101-847ccf4680fa	Task 3	\N	2026-11-28 10:06:40.784+00	2026-11-28 10:06:40.784+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a90-7205-be95-404db12d1c34	Task 4	\N	2026-11-28 10:06:40.784+00	2026-11-28 10:06:40.784+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a91-7713-8496-5c4704e56bc3	Task 5	\N	2026-11-28 10:06:40.785+00	2026-11-28 10:06:40.785+00	2026-11-28 10:06:40.785+00	1	\N	\N	\N	\N
large	01a2219f-0a91-7714-b70c-28f448368085	Task 6	\N	2026-11-28 10:06:40.785+00	2026-11-28 10:06:40.785+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a91-7715-b43c-9ec663e327b1	Task 0	\N	2026-11-28 10:06:40.785+00	2026-11-28 10:06:40.785+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a92-7445-9a05-a78b131d33b6	Task 1	\N	2026-11-28 10:06:40.786+00	2026-11-28 10:06:40.786+00	2026-11-28 10:06:40.786+00	1	\N	\N	\N	\N
large	01a2219f-0a92-7446-a8ea-6b35c852d48a	Task 2	\N	2026-11-28 10:06:40.786+00	2026-11-28 10:06:40.786+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a92-7447-a5f7-4395e14c6ec0	Task 3	\N	2026-11-28 10:06:40.786+00	2026-11-28 10:06:40.786+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a93-77d5-bd0c-5dd13c009719	Task 4	\N	2026-11-28 10:06:40.787+00	2026-11-28 10:06:40.787+00	2026-11-28 10:06:40.787+00	1	\N	\N	\N	\N
large	01a2219f-0a93-77d6-bc00-1f05966ecf7a	Task 5	\N	2026-11-28 10:06:40.787+00	2026-11-28 10:06:40.787+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a94-7591-a093-3801e7685779	Task 6	\N	2026-11-28 10:06:40.788+00	2026-11-28 10:06:40.788+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a94-7592-b56b-4bd89ac1a950	Task 0	\N	2026-11-28 10:06:40.788+00	2026-11-28 10:06:40.788+00	2026-11-28 10:06:40.788+00	1	\N	\N	\N	\N
large	01a2219f-0a95-753a-90a1-2819f5890cae	Task 1	\N	2026-11-28 10:06:40.789+00	2026-11-28 10:06:40.789+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a95-753b-b755-7ab603abbf57	Task 2	\N	2026-11-28 10:06:40.789+00	2026-11-28 10:06:40.789+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a96-7371-9997-49ca2bf5d80e	Task 3	\N	2026-11-28 10:06:40.79+00	2026-11-28 10:06:40.79+00	2026-11-28 10:06:40.79+00	1	\N	\N	\N	\N
large	01a2219f-0a96-7372-b13f-8691dfa08172	Task 4	\N	2026-11-28 10:06:40.79+00	2026-11-28 10:06:40.79+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a97-7423-9a57-4bde216d10de	Task 5	\N	2026-11-28 10:06:40.791+00	2026-11-28 10:06:40.791+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a97-7424-b213-b6ffb5b27770	Task 6	\N	2026-11-28 10:06:40.791+00	2026-11-28 10:06:40.791+00	2026-11-28 10:06:40.791+00	1	\N	\N	\N	\N
large	01a2219f-0a98-751a-a679-9d89c881e377	Task 0	\N	2026-11-28 10:06:40.792+00	2026-11-28 10:06:40.792+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a98-751b-8936-989d668d147b	Task 1	\N	2026-11-28 10:06:40.792+00	2026-11-28 10:06:40.792+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a99-752c-93cd-8df0ce0e7041	Task 2	\N	2026-11-28 10:06:40.793+00	2026-11-28 10:06:40.793+00	2026-11-28 10:06:40.793+00	1	\N	\N	\N	\N
large	01a2219f-0a9a-77d9-92ac-b834678338a1	Task 3	\N	2026-11-28 10:06:40.794+00	2026-11-28 10:06:40.794+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9a-77da-a47d-be0ad1e5d991	Task 4	\N	2026-11-28 10:06:40.794+00	2026-11-28 10:06:40.794+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9b-70b9-b87d-777c2608e271	Task 5	\N	2026-11-28 10:06:40.795+00	2026-11-28 10:06:40.795+00	2026-11-28 10:06:40.795+00	1	\N	\N	\N	\N
large	01a2219f-0a9b-70ba-8ded-7b51e0c224f2	Task 6	\N	2026-11-28 10:06:40.795+00	2026-11-28 10:06:40.795+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9c-7532-9c0b-03f49335dc10	Task 0	\N	2026-11-28 10:06:40.796+00	2026-11-28 10:06:40.796+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9c-7533-9094-242e3c327ccf	Task 1	\N	2026-11-28 10:06:40.796+00	2026-11-28 10:06:40.796+00	2026-11-28 10:06:40.796+00	1	\N	\N	\N	\N
large	01a2219f-0a9d-7564-8a5f-ad472c3e9b02	Task 2	\N	2026-11-28 10:06:40.797+00	2026-11-28 10:06:40.797+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9d-7565-b99d-863dba824099	Task 3	\N	2026-11-28 10:06:40.797+00	2026-11-28 10:06:40.797+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9e-74c1-ab65-6240cc12d5be	Task 4	\N	2026-11-28 10:06:40.798+00	2026-11-28 10:06:40.798+00	2026-11-28 10:06:40.798+00	1	\N	\N	\N	\N
large	01a2219f-0a9f-73f0-83d9-f49f08945b64	Task 5	\N	2026-11-28 10:06:40.799+00	2026-11-28 10:06:40.799+00	\N	1	\N	\N	\N	\N
large	01a2219f-0a9f-73f1-a301-a31941b289a1	Task 6	\N	2026-11-28 10:06:40.799+00	2026-11-28 10:06:40.799+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa0-7735-b8c0-65aa56b66fab	Task 0	\N	2026-11-28 10:06:40.8+00	2026-11-28 10:06:40.8+00	2026-11-28 10:06:40.8+00	1	\N	\N	\N	\N
large	01a2219f-0aa0-7736-b234-05b7c2760c4b	Task 1	\N	2026-11-28 10:06:40.8+00	2026-11-28 10:06:40.8+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa1-753a-a463-9f16672feabe	Task 2	\N	2026-11-28 10:06:40.801+00	2026-11-28 10:06:40.801+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa1-753b-a74b-00c8e8d17b48	Task 3	\N	2026-11-28 10:06:40.801+00	2026-11-28 10:06:40.801+00	2026-11-28 10:06:40.801+00	1	\N	\N	\N	\N
large	01a2219f-0aa1-753c-8212-b51502121d29	Task 4	\N	2026-11-28 10:06:40.801+00	2026-11-28 10:06:40.801+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa2-7754-b417-8fed0cc1e902	Task 5	\N	2026-11-28 10:06:40.802+00	2026-11-28 10:06:40.802+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa2-7755-8538-a8e14f78fcf5	Task 6	\N	2026-11-28 10:06:40.802+00	2026-11-28 10:06:40.802+00	2026-11-28 10:06:40.802+00	1	\N	\N	\N	\N
large	01a2219f-0aa3-7531-8428-c2e14f15a641	Task 0	\N	2026-11-28 10:06:40.803+00	2026-11-28 10:06:40.803+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa3-7532-9447-5be78c363329	Task 1	\N	2026-11-28 10:06:40.803+00	2026-11-28 10:06:40.803+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa4-7292-9cb5-f6f0d28d0d1d	Task 2	\N	2026-11-28 10:06:40.804+00	2026-11-28 10:06:40.804+00	2026-11-28 10:06:40.804+00	1	\N	\N	\N	\N
large	01a2219f-0aa4-7293-97c9-c52d0491c496	Task 3	\N	2026-11-28 10:06:40.804+00	2026-11-28 10:06:40.804+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa5-71a1-aeaa-b66eeea1fe71	Task 4	\N	2026-11-28 10:06:40.805+00	2026-11-28 10:06:40.805+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa5-71a2-8df4-f00fa3671577	Task 5	\N	2026-11-28 10:06:40.805+00	2026-11-28 10:06:40.805+00	2026-11-28 10:06:40.805+00	1	\N	\N	\N	\N
large	01a2219f-0aa5-71a3-bfd3-4258d7f289ac	Task 6	\N	2026-11-28 10:06:40.805+00	2026-11-28 10:06:40.805+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa6-7716-a292-939c9691fdfd	Task 0	\N	2026-11-28 10:06:40.806+00	2026-11-28 10:06:40.806+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa6-7717-b888-ab2bf6c2ac4d	Task 1	\N	2026-11-28 10:06:40.806+00	2026-11-28 10:06:40.806+00	2026-11-28 10:06:40.806+00	1	\N	\N	\N	\N
large	01a2219f-0aa7-74c4-adde-855a2add7e84	Task 2	\N	2026-11-28 10:06:40.807+00	2026-11-28 10:06:40.807+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa7-74c5-bbff-9d6eed45114d	Task 3	\N	2026-11-28 10:06:40.807+00	2026-11-28 10:06:40.807+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa8-7528-8fee-631845904ff5	Task 4	\N	2026-11-28 10:06:40.808+00	2026-11-28 10:06:40.808+00	2026-11-28 10:06:40.808+00	1	\N	\N	\N	\N
large	01a2219f-0aa8-7529-b71d-56a2de4250a2	Task 5	\N	2026-11-28 10:06:40.808+00	2026-11-28 10:06:40.808+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa8-752a-b76d-96e6aef328fa	Task 6	\N	2026-11-28 10:06:40.808+00	2026-11-28 10:06:40.808+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa9-775c-b03d-fc2835ef2a9c	Task 0	\N	2026-11-28 10:06:40.809+00	2026-11-28 10:06:40.809+00	2026-11-28 10:06:40.809+00	1	\N	\N	\N	\N
large	01a2219f-0aa9-775d-9781-7cd2874521fc	Task 1	\N	2026-11-28 10:06:40.809+00	2026-11-28 10:06:40.809+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aa9-775e-a45a-1cfe5dbf167a	Task 2	\N	2026-11-28 10:06:40.809+00	2026-11-28 10:06:40.809+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aaa-7603-aa60-eddb9aaf87a8	Task 3	\N	2026-11-28 10:06:40.81+00	2026-11-28 10:06:40.81+00	2026-11-28 10:06:40.81+00	1	\N	\N	\N	\N
large	01a2219f-0aaa-7604-bae5-39c3abfcecd1	Task 4	\N	2026-11-28 10:06:40.81+00	2026-11-28 10:06:40.81+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aab-7724-9f8c-38de70a6488c	Task 5	\N	2026-11-28 10:06:40.811+00	2026-11-28 10:06:40.811+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aac-734d-bc91-5328f9eea263	Task 6	\N	2026-11-28 10:06:40.812+00	2026-11-28 10:06:40.812+00	2026-11-28 10:06:40.812+00	1	\N	\N	\N	\N
large	01a2219f-0aac-734e-bc6c-8604e9d9f945	Task 0	\N	2026-11-28 10:06:40.812+00	2026-11-28 10:06:40.812+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aac-734f-88f5-69c0c278ae96	Task 1	\N	2026-11-28 10:06:40.812+00	2026-11-28 10:06:40.812+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aad-71e5-8ff9-b38dd3eee7c7	Task 2	\N	2026-11-28 10:06:40.813+00	2026-11-28 10:06:40.813+00	2026-11-28 10:06:40.813+00	1	\N	\N	\N	\N
large	01a2219f-0aad-71e6-afa6-896899ec0c2a	Task 3	\N	2026-11-28 10:06:40.813+00	2026-11-28 10:06:40.813+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aae-74c4-8873-feea287cbad1	Task 4	\N	2026-11-28 10:06:40.814+00	2026-11-28 10:06:40.814+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aae-74c5-890c-971d5e653119	Task 5	\N	2026-11-28 10:06:40.814+00	2026-11-28 10:06:40.814+00	2026-11-28 10:06:40.814+00	1	\N	\N	\N	\N
large	01a2219f-0aaf-7427-80a9-1e6385d84437	Task 6	\N	2026-11-28 10:06:40.815+00	2026-11-28 10:06:40.815+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aaf-7428-a681-4d94ba3c98c8	Task 0	\N	2026-11-28 10:06:40.815+00	2026-11-28 10:06:40.815+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab0-710d-88b6-f7f75d807e78	Task 1	\N	2026-11-28 10:06:40.816+00	2026-11-28 10:06:40.816+00	2026-11-28 10:06:40.816+00	1	\N	\N	\N	\N
large	01a2219f-0ab0-710e-abc8-e05c2a72a0c0	Task 2	\N	2026-11-28 10:06:40.816+00	2026-11-28 10:06:40.816+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab1-73bc-bb8d-22ca7f311357	Task 3	\N	2026-11-28 10:06:40.817+00	2026-11-28 10:06:40.817+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab1-73bd-b0a3-9fbeb1669caf	Task 4	\N	2026-11-28 10:06:40.817+00	2026-11-28 10:06:40.817+00	2026-11-28 10:06:40.817+00	1	\N	\N	\N	\N
large	01a2219f-0ab1-73be-9681-dc657ec5eace	Task 5	\N	2026-11-28 10:06:40.817+00	2026-11-28 10:06:40.817+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab2-76ab-888d-f305604f764c	Task 6	\N	2026-11-28 10:06:40.818+00	2026-11-28 10:06:40.818+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab2-76ac-be3c-f8194da90644	Task 0	\N	2026-11-28 10:06:40.818+00	2026-11-28 10:06:40.818+00	2026-11-28 10:06:40.818+00	1	\N	\N	\N	\N
large	01a2219f-0ab3-71f0-a7b4-d5832c3d3667	Task 1	\N	2026-11-28 10:06:40.819+00	2026-11-28 10:06:40.819+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab3-71f1-8535-22ff7b1444d5	Task 2	\N	2026-11-28 10:06:40.819+00	2026-11-28 10:06:40.819+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab4-7463-9353-2920e17da88b	Task 3	\N	2026-11-28 10:06:40.82+00	2026-11-28 10:06:40.82+00	2026-11-28 10:06:40.82+00	1	\N	\N	\N	\N
large	01a2219f-0ab4-7464-a772-f661ddfc9d9e	Task 4	\N	2026-11-28 10:06:40.82+00	2026-11-28 10:06:40.82+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab5-72f1-b26c-f2ba529c4e2d	Task 5	\N	2026-11-28 10:06:40.821+00	2026-11-28 10:06:40.821+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab5-72f2-9f55-afd6aa15bfe8	Task 6	\N	2026-11-28 10:06:40.821+00	2026-11-28 10:06:40.821+00	2026-11-28 10:06:40.821+00	1	\N	\N	\N	\N
large	01a2219f-0ab5-72f3-8638-e305fb196885	Task 0	\N	2026-11-28 10:06:40.821+00	2026-11-28 10:06:40.821+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab6-7089-9a0a-ad1578ebea24	Task 1	\N	2026-11-28 10:06:40.822+00	2026-11-28 10:06:40.822+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab6-708a-b6a3-517481e25e4a	Task 2	\N	2026-11-28 10:06:40.822+00	2026-11-28 10:06:40.822+00	2026-11-28 10:06:40.822+00	1	\N	\N	\N	\N
large	01a2219f-0ab7-758d-8712-2ecd770702df	Task 3	\N	2026-11-28 10:06:40.823+00	2026-11-28 10:06:40.823+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab7-758e-bfcd-b4b17c223d31	Task 4	\N	2026-11-28 10:06:40.823+00	2026-11-28 10:06:40.823+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab8-719f-8a1c-92f1b7c3451e	Task 5	\N	2026-11-28 10:06:40.824+00	2026-11-28 10:06:40.824+00	2026-11-28 10:06:40.824+00	1	\N	\N	\N	\N
large	01a2219f-0ab8-71a0-9ab5-d7dd9c7dbc4f	Task 6	\N	2026-11-28 10:06:40.824+00	2026-11-28 10:06:40.824+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab8-71a1-bb02-2e7c138a5027	Task 0	\N	2026-11-28 10:06:40.824+00	2026-11-28 10:06:40.824+00	\N	1	\N	\N	\N	\N
large	01a2219f-0ab9-764a-a7f9-94913eb14617	Task 1	\N	2026-11-28 10:06:40.825+00	2026-11-28 10:06:40.825+00	2026-11-28 10:06:40.825+00	1	\N	\N	\N	\N
large	01a2219f-0ab9-764b-b3e3-07fd2c05337b	Task 2	\N	2026-11-28 10:06:40.825+00	2026-11-28 10:06:40.825+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aba-77b4-ab44-ee48b9d0ded3	Task 3	\N	2026-11-28 10:06:40.826+00	2026-11-28 10:06:40.826+00	\N	1	\N	\N	\N	\N
large	01a2219f-0aba-77b5-a07a-87a2fb25efdc	Task 4	\N	2026-11-28 10:06:40.826+00	2026-11-28 10:06:40.826+00	2026-11-28 10:06:40.826+00	1	\N	\N	\N	\N
large	01a2219f-0abb-7579-b098-05bcad711186	Task 5	\N	2026-11-28 10:06:40.827+00	2026-11-28 10:06:40.827+00	\N	1	\N	\N	\N	\N
large	01a2219f-0abb-757a-a4bb-7befdc858893	Task 6	\N	2026-11-28 10:06:40.827+00	2026-11-28 10:06:40.827+00	\N	1	\N	\N	\N	\N
large	01a2219f-0abc-709f-ba21-5b1de115b9b6	Task 0	\N	2026-11-28 10:06:40.828+00	2026-11-28 10:06:40.828+00	2026-11-28 10:06:40.828+00	1	\N	\N	\N	\N
large	01a2219f-0abc-70a0-8274-e63a7a87e612	Task 1	\N	2026-11-28 10:06:40.828+00	2026-11-28 10:06:40.828+00	\N	1	\N	\N	\N	\N
large	01a2219f-0abd-7257-af8d-7bfe69473950	Task 2	\N	2026-11-28 10:06:40.829+00	2026-11-28 10:06:40.829+00	\N	1	\N	\N	\N	\N
large	01a2219f-0abd-7258-aa0b-791f2c465dc7	Task 3	\N	2026-11-28 10:06:40.829+00	2026-11-28 10:06:40.829+00	2026-11-28 10:06:40.829+00	1	\N	\N	\N	\N
large	01a2219f-0abe-708e-91a8-a93661a04685	Task 4	\N	2026-11-28 10:06:40.83+00	2026-11-28 10:06:40.83+00	\N	1	\N	\N	\N	\N
large	01a2219f-0abe-708f-afa7-5267bf1b8e10	Task 5	\N	2026-11-28 10:06:40.83+00	2026-11-28 10:06:40.83+00	\N	1	\N	\N	\N	\N
\.


--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.users (id, created_at, indexing) FROM stdin;
alice	2026-11-28 10:06:40.495+00	0
böb/%2F;'	2026-11-28 10:06:40.651+00	0
emptied	2026-11-28 10:06:40.653+00	0
large	2026-11-28 10:06:40.655+00	0
\.


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (number);


--
-- Name: tasks tasks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (user_id, id);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: tasks_by_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_created_at ON public.tasks USING btree (user_id, sort_status, created_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_idempotency_key; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX tasks_by_idempotency_key ON public.tasks USING btree (user_id, idempotency_key) WHERE (idempotency_key IS NOT NULL);


--
-- Name: tasks_by_title; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_title ON public.tasks USING btree (user_id, sort_status, title, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_by_updated_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_by_updated_at ON public.tasks USING btree (user_id, sort_status, sort_updated_at, id) WHERE (sort_status IS NOT NULL);


--
-- Name: tasks_in_default_order; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tasks_in_default_order ON public.tasks USING btree (user_id, created_at, id);


--
-- Name: tasks tasks_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tasks
    ADD CONSTRAINT tasks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);


--
--


